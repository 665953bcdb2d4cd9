import type { HrTime } from '@opentelemetry/api';
import { ANOTHER_CLASS, ATTRIBUTES, METRICS } from '@driftline/shared';
import type { Counted } from '../recorder/counted.ts';
import { sumOf } from '../values/sum-of.ts';
import type { PointList } from './metric-list.ts';

/** Adds the share of the training data of each actual class, under the labels by which outcomes are counted. */
export function addOutcomeReference(list: PointList, recording: Counted, start: HrTime): void {
  const { attributes, outcomes, profile } = recording;
  const { prediction } = profile;
  const { matrix } = outcomes;
  if (prediction?.kind !== 'classification' || prediction.labelCounts === undefined || matrix === undefined) return;
  const counts = new Map([...matrix.labels, ANOTHER_CLASS].map((label) => [label, 0]));
  prediction.labelCounts.forEach((count, position) => {
    const label = matrix.labelOf(position);
    counts.set(label, (counts.get(label) ?? 0) + count);
  });
  const all = sumOf(prediction.labelCounts);
  if (!(all > 0)) return;
  for (const [label, count] of counts) {
    list.add(METRICS.referenceOutcomeRatio, count / all, { ...attributes, [ATTRIBUTES.outcomeActual]: label }, start);
  }
}
