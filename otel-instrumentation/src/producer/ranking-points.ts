import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { ModelRecording } from '../recorder/model-recording.ts';
import type { PointList } from './metric-list.ts';

/** Adds how good rankings were, where the monitor was told at which places to look. */
export function addRankings(list: PointList, { attributes, rankings }: ModelRecording, start: HrTime): void {
  if (rankings.cutoffs.length === 0) return;
  list.add(METRICS.rankings, rankings.rankings, attributes, start);
  list.add(METRICS.rankingInvalid, rankings.invalid, attributes, start);
  rankings.cutoffs.forEach((cutoff, i) => {
    const atCutoff = { ...attributes, [ATTRIBUTES.rankingCutoff]: String(cutoff) };
    list.add(METRICS.rankingGain, rankings.gainsAt(i), atCutoff, start);
    list.add(METRICS.rankingHits, rankings.hitsAt(i), atCutoff, start);
  });
}
