import { and } from '@grafana/promql-builder';
import { regressionErrorSums } from '../counts/regression-error-sums.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { errorCount } from '../promql/regression-errors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { ErrorSums } from '../statistics/regression-errors.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import type { Description, Input } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';

type ErrorDefinition<Id extends string> = Omit<Description<Id>, 'family' | 'subject' | 'inputs' | 'unit'> & {
  /** Inputs besides those that every such measure takes. */
  readonly further?: readonly Input[];
  readonly value: {
    of(sums: ErrorSums, query: MeasureQuery): number;
    promql(query: MeasureQuery): Expression;
  };
};

/** A statistic of the errors of a regression, in the unit of its predictions. */
export function errorMeasure<const Id extends string>({
  value,
  further = [],
  ...description
}: ErrorDefinition<Id>): Measure<Id> {
  return defineMeasure({
    ...description,
    family: 'performance',
    subject: 'model',
    unit: 'index',
    inputs: ['model', 'version', ...further, 'minimumObservations'],
    counts: regressionErrorSums,
    value: {
      of: (sums, query) => whenEnough(value.of(sums, query), sums.count, query),
      promql: (query) => and(value.promql(query), atLeastMinimum(errorCount(query), query)),
    },
    observations: { of: ({ count }) => count, promql: errorCount },
  });
}
