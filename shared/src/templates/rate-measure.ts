import { div } from '@grafana/promql-builder';
import type { Counts } from '../counts/counts.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { valueOfRate, type Rate } from '../statistics/rate.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import type { Description } from './description.ts';
import { defineMeasure, type BothRoads, type Definition, type Measure } from './measure.ts';

/** How a share of observations follows from counts. */
export type RateDefinition<Id extends string, C> = Omit<Description<Id>, 'unit'> & {
  readonly counts: Counts<C>;
  readonly rate: Required<BothRoads<C, Rate<number>, Rate<Expression>>>;
} & Pick<Definition<Id, C>, 'observations' | 'disclosure' | 'training' | 'criticalValue'>;

/** A measure that is a share of observations: it has a value if there are enough of them. */
export function rateMeasure<const Id extends string, C>({ rate, ...rest }: RateDefinition<Id, C>): Measure<Id> {
  return defineMeasure({
    unit: 'share',
    value: {
      of: (counts, query) => {
        const found = rate.of(counts, query);
        return whenEnough(valueOfRate(found), found.denominator, query);
      },
      promql: (query) => {
        const { numerator, denominator } = rate.promql(query);
        return div(numerator, atLeastMinimum(denominator, query));
      },
    },
    observations: {
      of: (counts, query) => rate.of(counts, query).denominator,
      promql: (query) => rate.promql(query).denominator,
    },
    rate,
    ...rest,
  });
}
