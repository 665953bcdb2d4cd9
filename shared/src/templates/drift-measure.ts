import {
  comparedBins,
  orderedComparedBins,
  type ComparedBins,
  type ComparedDistribution,
} from '../counts/compared-bins.ts';
import { comparisonOf, whereComparable, type Comparison } from '../distributions/comparison.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import { NOW } from '../distributions/time-window.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import type { Column } from '../statistics/columns.ts';
import type { Description } from './description.ts';
import { defineMeasure, type BothRoads, type Measure } from './measure.ts';
import { noiseFloor, noiseFloorOf } from './noise-floor.ts';

/** Both sides of a comparison at one time, where there is a baseline. */
type BothSidesOnce = ComparedBins & { readonly reference: readonly number[] };

/** A measure of two sides at all times. */
type DriftStatistic = (sides: ComparedDistribution) => Column;

type DriftDefinition<Id extends string> = Omit<Description<Id>, 'family' | 'subject' | 'inputs'> & {
  readonly value: {
    /** The measure of two sides at all times; NaN where it has no value. */
    readonly over: DriftStatistic;
    /** The same in PromQL; absent where PromQL cannot express it. */
    promql?(sides: Comparison): Expression;
  };
  /** Whether the order of the bins matters. */
  readonly isOrdered?: true;
  /** The critical value of this measure, given that of Σ (c − r)² / r, the noise floor of the PSI. */
  readonly criticalValue?: {
    of(noise: number, observations: number): number;
    promql(noise: Expression, observations: Expression): Expression;
  };
};

/** A measure of the difference between two distributions. */
export function driftMeasure<const Id extends string>({
  value,
  criticalValue,
  isOrdered,
  ...description
}: DriftDefinition<Id>): Measure<Id> {
  const { promql } = value;
  return defineMeasure<Id, ComparedBins, ComparedDistribution>({
    ...description,
    family: 'drift',
    subject: 'distribution',
    // Without a critical value there is no noise to hold a value against.
    inputs: DRIFT_INPUTS.filter((input) => input !== 'significance' || criticalValue !== undefined),
    comparesBins: true,
    counts: isOrdered ? orderedComparedBins : comparedBins,
    value: {
      over: (sides, query) => {
        const { liveTotal, used } = sides;
        return value.over(sides).map((plain, i) => whenEnough(plain, liveTotal[i] as number, query, used[i]));
      },
      ...(promql === undefined ? {} : { promql: (query) => comparing(query, promql) }),
    },
    observations: OBSERVATIONS,
    ...(criticalValue === undefined
      ? {}
      : {
          criticalValue: {
            of: (counts, query, together) =>
              criticalValue.of(noiseFloorOf(counts, query, together), counts.observations),
            promql: (query, together) =>
              comparing(query, ({ observations }) => criticalValue.promql(noiseFloor(query, together), observations())),
          },
        }),
  });
}

function comparing(query: MeasureQuery, promql: (sides: Comparison) => Expression): Expression {
  const sides = comparisonOf(query);
  return whereComparable(promql(sides), sides);
}

/** The inputs of a comparison of two distributions. */
export const DRIFT_INPUTS = [
  'model',
  'version',
  'feature',
  'of',
  'baseline',
  'minimumObservations',
  'significance',
] as const;

/** Observations of a distribution in the window. */
export const OBSERVATIONS: BothRoads<ComparedBins, number, Expression> = {
  of: ({ observations }) => observations,
  promql: (query) => distributionOf(query).total(NOW),
};

/** A measure of two sides at one time, computed at each of all times. */
export function eachTime(of: (sides: BothSidesOnce) => number): DriftStatistic {
  return ({ liveTotal, at }) =>
    liveTotal.map((_, index) => {
      const counts = at(index);
      return counts !== undefined && hasReference(counts) ? of(counts) : NaN;
    });
}

function hasReference(counts: ComparedBins): counts is BothSidesOnce {
  return counts.reference !== undefined;
}
