import { abs, and, clampMin, div, gt, lt, n, sub } from '@grafana/promql-builder';
import type { Together } from '../distributions/compared-together.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { Aspect, MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';
import type { Description } from './description.ts';
import { wilsonExpression } from './wilson-expression.ts';

type InPromql<Text> = ((query: MeasureQuery) => Text) | undefined;
type Corrected = ((query: MeasureQuery, together: Together | undefined) => Expression) | undefined;

/** What a measure can express in PromQL. */
export interface AspectExpressions {
  readonly value: Corrected;
  readonly observations: InPromql<Expression>;
  readonly rate: InPromql<Rate<Expression> | undefined>;
  readonly training: { share(query: MeasureQuery): Expression; gross: InPromql<Rate<Expression>> } | undefined;
  /** The same of the training data, of a measure that is no share. */
  readonly trained: InPromql<Expression>;
  readonly criticalValue: Corrected;
  /** What an answer may hold of the counts behind a value. */
  disclosed(counts: Expression, query: MeasureQuery): Expression;
  /** Which direction is worse, and so on which side of the critical value noise does not bring the value. */
  readonly worse: Description<string>['worse'];
  /** What a significance is corrected for; undefined if it is not. */
  together(query: MeasureQuery): Together | undefined;
}

/** One aspect of a measure as PromQL; undefined where the measure lacks it or PromQL cannot express it. */
export function aspectExpression(
  expressions: AspectExpressions,
  query: MeasureQuery,
  aspect: Aspect,
): Expression | undefined {
  switch (aspect) {
    case 'value':
      return valueExpression(expressions, query);
    case 'observations': {
      const observations = expressions.observations?.(query);
      return observations === undefined ? undefined : expressions.disclosed(observations, query);
    }
    case 'critical-value':
      return expressions.criticalValue?.(query, expressions.together(query));
    case 'numerator': {
      const rate = expressions.rate?.(query);
      return rate && expressions.disclosed(and(rate.numerator, atLeastMinimum(rate.denominator, query)), query);
    }
    case 'lower':
    case 'upper':
      return boundExpression(expressions, query, aspect);
    case 'training':
      return expressions.trained?.(query) ?? trainingExpression(expressions, query);
    case 'excess':
      return excessExpression(expressions, query);
  }
}

/** The value; with a significance, only if noise alone would not reach it. */
function valueExpression(expressions: AspectExpressions, query: MeasureQuery): Expression | undefined {
  const { value, criticalValue, worse, together } = expressions;
  const compared = together(query);
  const expression = value?.(query, compared);
  if (expression === undefined || query.significance === undefined || criticalValue === undefined) return expression;
  const critical = criticalValue(query, compared);
  switch (worse) {
    case 'higher':
      return gt(expression, critical);
    case 'lower':
      return lt(expression, critical);
    case 'neither':
      return and(expression, gt(abs(expression), critical));
  }
}

function boundExpression(
  { rate, training, together, disclosed }: AspectExpressions,
  query: MeasureQuery,
  side: 'lower' | 'upper',
): Expression | undefined {
  const gross = training?.gross?.(query);
  if (gross !== undefined && training !== undefined) {
    return clampMin(sub(wilsonExpression(gross, side, query, together(query)), training.share(query)), 0);
  }
  const own = rate?.(query);
  return own && disclosed(wilsonExpression(own, side, query, together(query)), query);
}

/** The share of the training data, for what is observed. */
function trainingExpression(
  { training, observations }: AspectExpressions,
  query: MeasureQuery,
): Expression | undefined {
  if (training === undefined || training.gross !== undefined || observations === undefined) return undefined;
  return and(training.share(query), observations(query));
}

function excessExpression(
  { rate, training, together }: AspectExpressions,
  query: MeasureQuery,
): Expression | undefined {
  const all = training?.gross?.(query) ?? rate?.(query);
  if (training === undefined || all === undefined) return undefined;
  const share =
    query.significance === undefined
      ? div(all.numerator, atLeastMinimum(all.denominator, query))
      : wilsonExpression(all, 'lower', query, together(query));
  const { share: ofTraining } = training;
  return div(clampMin(sub(share, ofTraining(query)), 0), gt(sub(n(1), ofTraining(query)), n(0)));
}
