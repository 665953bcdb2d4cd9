import { div, gt, mul, n, pow, sqrt, sub, sum } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import type { Expression } from '../../promql/expression.ts';
import { orZero } from '../../promql/or-zero.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import { dimensionLabels } from '../../promql/selectors.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { matthewsCorrelationOf } from '../../statistics/matthews-correlation.ts';
import { outcomeMeasure } from '../../templates/outcome-measure.ts';

function expression(query: MeasureQuery): Expression {
  const outcomes = Outcomes.ofModel(query);
  const by = dimensionLabels(METRICS.predictions);
  const all = (): Expression => outcomes.count();
  const side = (cells: 'predicted' | 'actual'): Expression => outcomes.perClass(cells);
  const squares = (cells: 'predicted' | 'actual'): Expression =>
    sub(pow(all(), n(2)), sum(pow(side(cells), n(2))).by(by));
  // Without a class that was both predicted and actual, nothing agrees.
  const agreement = orZero(sum(mul(side('predicted'), side('actual'))).by(by), all());
  const covariance = sub(mul(outcomes.correct(), all()), agreement);
  const spread = gt(mul(squares('predicted'), squares('actual')), n(0));
  return orZero(div(covariance, sqrt(spread)), all());
}

export const matthewsCorrelation = outcomeMeasure({
  id: 'matthews-correlation',
  name: 'Matthews correlation',
  description:
    'Correlation of predicted and actual classes. Unlike accuracy, it is not high just because one class is frequent.',
  definition:
    '(c s − Σ p t) / sqrt((s² − Σ p²)(s² − Σ t²)); c of s outcomes are correct, p predicted and t actual per class',
  source: 'scikit-learn, matthews_corrcoef; Gorodkin (2004)',
  unit: 'index',
  worse: 'lower',
  value: { of: matthewsCorrelationOf, promql: expression },
});
