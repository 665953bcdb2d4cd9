import { add, mul, n } from '@grafana/promql-builder';
import { singleBins, type SingleBin } from '../counts/single-bins.ts';
import { comparisonOf, whereComparable, type Comparison } from '../distributions/comparison.ts';
import { NOW } from '../distributions/time-window.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Description } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';

type BinDefinition<Id extends string> = Omit<Description<Id>, 'family' | 'subject' | 'inputs'> & {
  readonly value: {
    of(bin: SingleBin, query: MeasureQuery): number;
    promql(sides: Comparison, query: MeasureQuery): Expression;
  };
  /** Which side's observations a value rests on. */
  readonly side: 'live' | 'reference';
  /** Whether a value needs observations for each bin, or is looked at by itself. */
  readonly comparesBins: boolean;
};

/** A value for each bin of a distribution. */
export function binMeasure<const Id extends string>({
  value,
  side,
  comparesBins,
  ...description
}: BinDefinition<Id>): Measure<Id> {
  return defineMeasure({
    ...description,
    family: 'drift',
    subject: 'bin',
    inputs: ['model', 'version', 'feature', 'of', 'baseline', 'minimumObservations'],
    comparesBins,
    counts: singleBins,
    value: { of: value.of, promql: (query) => value.promql(comparisonOf(query), query) },
    observations: {
      of: (bin) => (side === 'live' ? bin.observations : bin.referenceObservations),
      promql: (query) => {
        const sides = comparisonOf(query);
        const { distribution } = sides;
        return side === 'live'
          ? ofEachBin(distribution.counts(NOW), distribution.total(NOW), sides)
          : ofEachBin(whereComparable(sides.reference(), sides), sides.referenceObservations(), sides);
      },
    },
  });
}

/** A value of a whole distribution, repeated for each of its bins. */
function ofEachBin(bins: Expression, whole: Expression, { distribution }: Comparison): Expression {
  return add(mul(bins, n(0)), whole)
    .on([...distribution.per])
    .groupLeft([]);
}
