import { ATTRIBUTES } from '../conventions/attributes.ts';
import type { Metric } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** The label that tells the profiles of one version apart. */
export const PROFILE = labelOf(ATTRIBUTES.profileId);

/**
 * Labels by which the sides of a comparison match. Against the training data each profile has its own reference. What was
 * observed at another time or by another version has another profile in general, so that profiles do not count.
 */
export function comparedLabels(metric: Metric, { baseline }: Pick<MeasureQuery, 'baseline'>): string[] {
  const labels = dimensionLabels(metric);
  return baseline.kind === 'reference' ? labels : labels.filter((label) => label !== PROFILE);
}
