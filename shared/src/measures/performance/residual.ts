import { div, sub } from '@grafana/promql-builder';
import { residualsByBin } from '../../counts/residuals.ts';
import { modelLegend } from '../../distributions/model-legend.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import type { Expression } from '../../promql/expression.ts';
import { PER_PREDICTION_BIN, PREDICTION_BIN, residualCount, residualsOn } from '../../promql/residuals.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { meanResidualInterval, meanResidualOf } from '../../statistics/mean-residual.ts';
import { defineMeasure } from '../../templates/measure.ts';

const countOf = (query: MeasureQuery): Expression => residualCount(query, PER_PREDICTION_BIN);

export const residual = defineMeasure({
  id: 'residual',
  name: 'Mean residual by bin',
  description:
    'Mean of actual value minus prediction, for each bin of the prediction, in the unit of the predictions. Above zero, ' +
    'predictions in the bin are too low. Where a model is right on average, it shows at which predictions it is not.',
  definition: 'Σ (actual − prediction) / outcomes, by bin of the prediction',
  source: 'scikit-learn, PredictionErrorDisplay, residual_vs_predicted, averaged by bin',
  family: 'performance',
  unit: 'index',
  subject: 'bin',
  bin: PREDICTION_BIN,
  worse: 'neither',
  inputs: ['model', 'version', 'minimumObservations', 'significance'],
  legend: () => `${modelLegend()} {{${PREDICTION_BIN}}}`,
  counts: residualsByBin,
  value: {
    of: (sums, query) => whenEnough(meanResidualOf(sums), sums.count, query),
    promql: (query) =>
      div(sub(residualsOn('above', query), residualsOn('below', query)), atLeastMinimum(countOf(query), query)),
  },
  observations: { of: ({ count }) => count, promql: countOf },
  interval: {
    source: 'normal, by the variance of the residuals',
    of: (sums, query) => {
      const [lower, upper] = meanResidualInterval(sums, query.significance);
      return [whenEnough(lower, sums.count, query), whenEnough(upper, sums.count, query)];
    },
  },
});
