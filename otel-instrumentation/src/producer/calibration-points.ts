import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { Counted } from '../recorder/counted.ts';
import type { PointList } from './metric-list.ts';

/** Adds predictions by score, and how often each bin was right in held-out data, for each class that is calibrated. */
export function addCalibration(list: PointList, { predictions, profileAttributes }: Counted, start: HrTime): void {
  for (const scores of predictions.calibrated) {
    scores.bins.forEach(({ label, rank, isPredicted, positive, rows }, bin) => {
      const ofBin = {
        ...profileAttributes,
        [ATTRIBUTES.scoreClass]: scores.label,
        [ATTRIBUTES.scoreBin]: label,
        [ATTRIBUTES.scoreRank]: rank,
        [ATTRIBUTES.scorePredicted]: String(isPredicted),
      };
      list.add(METRICS.predictionScores, scores.countOf(bin), ofBin, start);
      list.add(METRICS.referenceScorePositive, positive, ofBin, start);
      list.add(METRICS.referenceScoreRows, rows, ofBin, start);
    });
  }
}
