import { and, div, gt, mul, n, sub } from '@grafana/promql-builder';
import { variationSums } from '../../counts/residuals.ts';
import { modelLegend } from '../../distributions/model-legend.ts';
import { atLeastMinimum } from '../../promql/at-least.ts';
import { actualVariation, residualCount, squaredActualDeviations, squaredResiduals } from '../../promql/residuals.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { ROUNDED_AWAY, rSquaredOf } from '../../statistics/r-squared.ts';
import { defineMeasure } from '../../templates/measure.ts';

export const rSquared = defineMeasure({
  id: 'r-squared',
  name: 'R²',
  description:
    'Part of the variation of the actual values in the window that the predictions account for: 1 is perfect, 0 no better ' +
    'than the mean of the window, below 0 worse. No value where the actual values are all the same.',
  definition: '1 − Σ (actual − prediction)² / Σ (actual − mean of the actual values)²',
  source: 'scikit-learn, r2_score',
  family: 'performance',
  unit: 'index',
  subject: 'model',
  worse: 'lower',
  inputs: ['model', 'version', 'minimumObservations'],
  legend: modelLegend,
  counts: variationSums,
  value: {
    of: (sums, query) => whenEnough(rSquaredOf(sums), sums.count, query),
    promql: (query) => {
      const variation = gt(actualVariation(query), mul(squaredActualDeviations(query), n(ROUNDED_AWAY)));
      const value = sub(n(1), div(squaredResiduals(query), variation));
      return and(value, atLeastMinimum(residualCount(query), query));
    },
  },
  observations: { of: ({ count }) => count, promql: (query) => residualCount(query) },
});
