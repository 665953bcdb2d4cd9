import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { countedDistribution } from './counted-distribution.ts';
import type { Distribution } from './distribution.ts';
import { modelLegend } from './model-legend.ts';

/** The predictions of a model: bins of its score if there is one, else its classes. */
export function predictionDistribution(query: MeasureQuery): Distribution {
  return countedDistribution(query, {
    observations: METRICS.predictionObservations,
    shares: (by) => reference(METRICS.referencePredictionRatio, query, by),
    bin: labelOf(ATTRIBUTES.predictionBin),
    legend: modelLegend(),
    rows: () => reference(METRICS.referenceRows, query, dimensionLabels(METRICS.referenceRows)),
  });
}
