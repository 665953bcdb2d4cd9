import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf, legendLabel } from '../conventions/series.ts';
import { reference } from '../promql/reference.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { countedDistribution } from './counted-distribution.ts';
import type { Distribution } from './distribution.ts';
import { trainingRows } from './training-rows.ts';

/** The values of each feature: the recorder counts numeric and categorical ones alike. */
export function featureDistribution(query: MeasureQuery): Distribution {
  return countedDistribution(query, {
    observations: METRICS.featureObservations,
    shares: (by) => reference(METRICS.referenceFeatureRatio, query, by),
    bin: labelOf(ATTRIBUTES.featureBin),
    legend: legendLabel(ATTRIBUTES.featureName),
    rows: () => trainingRows(query),
  });
}
