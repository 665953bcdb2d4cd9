import { abs, and, gt } from '@grafana/promql-builder';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { Aspect, MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';
import { wilsonExpression } from './wilson-expression.ts';

type InPromql<Text> = ((query: MeasureQuery) => Text) | undefined;

/** What a measure can express in PromQL. */
export interface AspectExpressions {
  readonly value: InPromql<Expression>;
  readonly observations: InPromql<Expression>;
  readonly rate: InPromql<Rate<Expression> | undefined>;
  readonly criticalValue: InPromql<Expression>;
  /** What an answer may hold of the counts behind a value. */
  disclosed(counts: Expression, query: MeasureQuery): Expression;
  /** Whether a value is compared with the critical value with its sign or without. */
  readonly size: 'absolute' | 'signed';
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
      return expressions.criticalValue?.(query);
    case 'numerator':
    case 'lower':
    case 'upper': {
      const rate = expressions.rate?.(query);
      if (rate === undefined) return undefined;
      const counts =
        aspect === 'numerator'
          ? and(rate.numerator, atLeastMinimum(rate.denominator, query))
          : wilsonExpression(rate, aspect, query);
      return expressions.disclosed(counts, query);
    }
  }
}

/** The value; with a significance, only if noise alone would not reach it. */
function valueExpression(
  { value, criticalValue, size }: AspectExpressions,
  query: MeasureQuery,
): Expression | undefined {
  const expression = value?.(query);
  if (expression === undefined || query.significance === undefined || criticalValue === undefined) return expression;
  const compared = size === 'absolute' ? abs(expression) : expression;
  return and(expression, gt(compared, criticalValue(query)));
}
