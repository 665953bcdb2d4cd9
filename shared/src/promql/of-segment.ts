import type { Expr, LabelSelector, VectorExpr } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { segmentSeries } from '../conventions/segment.ts';
import { labelOf } from '../conventions/series.ts';
import type { SegmentChoice } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { escapeRegex, wellFormed } from './selectors.ts';

/**
 * The same expression over the series of segments in place of those of whole models. Its aggregations do not know segments:
 * `byLabel` keeps them apart.
 *
 * @throws {QueryError} for series that no segment has
 */
export function ofSegment(expression: Expr, segment: SegmentChoice): Expr {
  switch (expression.type) {
    case 'vectorExpr':
      return segmentVector(expression, segment);
    case 'aggregationExpr':
      return { ...expression, expr: ofSegment(expression.expr, segment) };
    case 'binaryExpr':
      return {
        ...expression,
        left: ofSegment(expression.left, segment),
        right: ofSegment(expression.right, segment),
      };
    case 'funcCallExpr':
      return { ...expression, args: expression.args.map((argument) => ofSegment(argument, segment)) };
    default:
      return expression;
  }
}

function segmentVector(vector: VectorExpr, { name, values = [] }: SegmentChoice): VectorExpr {
  const metric = segmentSeries(vector.metric);
  if (metric === undefined) {
    throw new QueryError(
      `${vector.metric === '' ? 'What is measured' : vector.metric} is not counted by segment: leave the segment out, or ` +
        'choose another measure.',
    );
  }
  const labels = [...vector.labels];
  if (name !== undefined) labels.push(anyOf(labelOf(ATTRIBUTES.segmentName), [name]));
  if (values.length > 0) labels.push(anyOf(labelOf(ATTRIBUTES.segmentValue), values));
  return { ...vector, metric, labels };
}

function anyOf(name: string, values: readonly string[]): LabelSelector {
  const [first = '', ...others] = values;
  return others.length === 0
    ? { name, value: wellFormed(first), operator: '=' }
    : { name, value: values.map(escapeRegex).join('|'), operator: '=~' };
}
