import { div, gt, mul, n, or, pow, sqrt, sub, sum } from '@grafana/promql-builder';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { Outcomes } from '../promql/outcomes.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { countOf, type ConfusionCell } from './confusion.ts';
import type { Measure } from './measure.ts';
import { countsOfClass } from './per-class.ts';

/**
 * Correlation of predicted with actual classes, of any number of classes: 1 is perfect, 0 is what guessing gives.
 *
 * @returns 0 when only one class was predicted or true, as scikit-learn has it; NaN without outcomes
 */
export function matthewsCorrelationOf(cells: readonly ConfusionCell[]): number {
  const classes = [...new Set(cells.flatMap(({ predicted, actual }) => [predicted, actual]))];
  const counts = classes.map((label) => countsOfClass(cells, label));
  const over = (part: (of: (typeof counts)[number]) => number): number =>
    counts.reduce((total, of) => total + part(of), 0);
  const all = countOf(cells, () => true);
  if (all === 0) return NaN;
  const covariance = over(({ hits }) => hits) * all - over(({ predicted, actual }) => predicted * actual);
  const spread = (all ** 2 - over(({ predicted }) => predicted ** 2)) * (all ** 2 - over(({ actual }) => actual ** 2));
  return spread > 0 ? covariance / Math.sqrt(spread) : 0;
}

function expression(query: MeasureQuery): Expression {
  const outcomes = Outcomes.ofModel(query);
  const by = labels(...PER_MODEL);
  const all = (): Expression => enough(outcomes.count(), query);
  const side = (cells: 'predicted' | 'actual'): Expression => outcomes.perClass(cells);
  const squares = (cells: 'predicted' | 'actual'): Expression =>
    sub(pow(all(), n(2)), sum(pow(side(cells), n(2))).by(by));
  // No class was both predicted and true: then nothing agrees.
  const agreement = or(sum(mul(side('predicted'), side('actual'))).by(by), mul(all(), n(0)));
  const covariance = sub(mul(outcomes.correct(), all()), agreement);
  const spread = gt(mul(squares('predicted'), squares('actual')), n(0));
  return or(div(covariance, sqrt(spread)), mul(all(), n(0)));
}

export const matthewsCorrelation: Measure = {
  id: 'matthews-correlation',
  name: 'Matthews correlation',
  description: 'Correlation of predicted with actual classes; unlike accuracy, it is not raised by a frequent class.',
  definition:
    '(c s − Σ p t) / sqrt((s² − Σ p²)(s² − Σ t²)); c rightly predicted of s, p predicted and t true per class',
  source: 'scikit-learn, matthews_corrcoef; Gorodkin (2004)',
  family: 'performance',
  unit: 'index',
  subject: 'model',
  worse: 'lower',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: expression,
  observations: (query) => Outcomes.ofModel(query).count(),
};
