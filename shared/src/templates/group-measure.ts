import { ATTRIBUTES } from '../conventions/attributes.ts';
import { legendLabel } from '../conventions/series.ts';
import { isCompared, type ComparedGroups, type SingleGroup } from '../counts/groups.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP } from '../promql/group-labels.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { minimumGroupSizeOf, minimumOf } from '../query/minimum-observations.ts';
import {
  differenceOfExtremes,
  differenceToReference,
  ratioOfExtremes,
  ratioToReference,
  smallestGroup,
} from '../statistics/group-comparison.ts';
import {
  criticalDifferenceOf,
  criticalRatioOf,
  noiseOfExtremes,
  noiseOfPair,
  type GroupNoise,
} from '../statistics/group-noise.ts';
import { isEnough } from '../statistics/is-enough.ts';
import { valueOfRate, type Rate } from '../statistics/rate.ts';
import { DEFAULT_SIGNIFICANCE } from '../statistics/significance.ts';
import type { Description } from './description.ts';
import { comparedExpression, differenceExpression, ratioExpression } from './group-comparison-expressions.ts';
import { showsCounts, shownCounts, shownSize } from './group-disclosure.ts';
import { criticalDifferenceExpression, criticalRatioExpression } from './group-noise-expressions.ts';
import { rateOf, type GroupRateSource } from './group-rate.ts';
import { defineMeasure, type BothRoads, type Measure } from './measure.ts';
import { rateMeasure } from './rate-measure.ts';

type GroupDescription<Id extends string> = Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition' | 'source' | 'thresholds'
>;

const INPUTS = ['model', 'version', 'group', 'favorable', 'minimumObservations', 'minimumGroupSize'] as const;

/** A rate of each group by itself. */
export function groupRateMeasure<const Id extends string, Cell>(
  rate: GroupRateSource<Cell>,
  { worse, ...description }: GroupDescription<Id> & Pick<Description<Id>, 'worse'>,
): Measure<Id> {
  return rateMeasure({
    ...description,
    family: 'fairness',
    subject: 'group',
    worse,
    inputs: [...INPUTS, 'significance'],
    counts: rate.source.single,
    rate: {
      of: ({ group }: SingleGroup<Cell>) => rateOf(group, rate),
      promql: (query) => rate.promql(query, PER_GROUP, {}),
    },
    observations: {
      of: ({ group }, query) => {
        const { denominator } = rateOf(group, rate);
        return denominator >= minimumGroupSizeOf(query) ? denominator : NaN;
      },
      promql: (query) => shownSize(rate.promql(query, PER_GROUP, {}).denominator, query),
    },
    disclosure: {
      of: (groups, query) => showsCounts(groups, rate, query),
      promql: (counts, query) => shownCounts(counts, rate, query),
    },
  });
}

/** How a rate compares between groups, as a ratio: 1 is equal. */
export function groupRatioMeasure<const Id extends string, Cell>(
  rate: GroupRateSource<Cell>,
  description: GroupDescription<Id>,
): Measure<Id> {
  return comparisonMeasure(rate, {
    ...description,
    unit: 'index',
    worse: 'lower',
    value: {
      of: (groups, query) => compared(groups, rate, query, ratioOfExtremes, ratioToReference),
      promql: (query) => ratioExpression(rate, query),
    },
    criticalValue: {
      of: (groups, query) => ofNoise(groups, rate, query, criticalRatioOf),
      promql: (query) => criticalRatioExpression(rate, query),
    },
  });
}

/** How a rate compares between groups, as a difference: 0 is equal. */
export function groupDifferenceMeasure<const Id extends string, Cell>(
  rate: GroupRateSource<Cell>,
  description: GroupDescription<Id>,
): Measure<Id> {
  return comparisonMeasure(rate, {
    ...description,
    unit: 'index',
    worse: 'neither',
    value: {
      of: (groups, query) => differenceOf(groups, rate, query),
      promql: (query) => differenceExpression(rate, query),
    },
    criticalValue: {
      of: (groups, query) => ofNoise(groups, rate, query, criticalDifferenceOf),
      promql: (query) => criticalDifferenceExpression(rate, query),
    },
  });
}

/** A comparison of groups that rests on the observations of one rate. */
export function comparisonMeasure<const Id extends string, Cell>(
  rate: GroupRateSource<Cell>,
  {
    value,
    criticalValue,
    ...description
  }: GroupDescription<Id> &
    Pick<Description<Id>, 'worse' | 'unit'> & {
      readonly value: Required<BothRoads<ComparedGroups<Cell>, number, Expression>>;
      /** Beyond which noise alone does not bring the value; absent where that is not known. */
      readonly criticalValue?: Required<BothRoads<ComparedGroups<Cell>, number, Expression>>;
    },
): Measure<Id> {
  return defineMeasure({
    ...description,
    family: 'fairness',
    subject: 'group attribute',
    inputs: [...INPUTS, 'compare', 'privileged', ...(criticalValue === undefined ? [] : (['significance'] as const))],
    legend: ({ compare }) => {
      const attribute = legendLabel(ATTRIBUTES.groupAttribute);
      return compare === 'extremes' ? attribute : `${attribute} ${legendLabel(ATTRIBUTES.groupValue)}`;
    },
    counts: rate.source.comparisons,
    value,
    ...(criticalValue === undefined ? {} : { criticalValue }),
    observations: {
      of: (groups, query) => {
        if (groups.references !== undefined && !showsCounts(groups, rate, query)) return NaN;
        return smallestGroup(ratesOf(groups.compared, rate), minimumOf(query));
      },
      promql: (query) => comparedExpression(rate, query),
    },
  });
}

/** Difference of a rate between groups. */
export function differenceOf<Cell>(
  groups: ComparedGroups<Cell>,
  rate: Pick<GroupRateSource<Cell>, 'of'>,
  query: MeasureQuery,
): number {
  return compared(groups, rate, query, differenceOfExtremes, differenceToReference);
}

function compared<Cell>(
  { compared: groups, references }: ComparedGroups<Cell>,
  rate: Pick<GroupRateSource<Cell>, 'of'>,
  query: MeasureQuery,
  extremes: (groups: readonly Rate<number>[], minimum: number) => number,
  toReference: (group: Rate<number>, reference: Rate<number>, minimum: number) => number,
): number {
  const minimum = minimumOf(query);
  const [first, ...others] = ratesOf(groups, rate);
  if (first === undefined) return NaN;
  if (references === undefined) return extremes([first, ...others], minimum);
  // Several where profiles disagree, until a deployment is through: then the highest rate counts.
  const [reference] = ratesOf(references, rate)
    .filter(({ denominator }) => isEnough(denominator, minimum))
    .sort((a, b) => valueOfRate(b) - valueOfRate(a));
  return reference === undefined ? NaN : toReference(first, reference, minimum);
}

/** A number of the noise in a comparison, where the groups are large enough for one. */
function ofNoise<Cell>(
  { groups, compared, references }: ComparedGroups<Cell>,
  rate: Pick<GroupRateSource<Cell>, 'of'>,
  query: MeasureQuery,
  critical: (noise: GroupNoise) => number,
): number {
  const { significance = DEFAULT_SIGNIFICANCE } = query;
  const minimum = minimumOf(query);
  const [first] = ratesOf(compared, rate);
  if (first === undefined) return NaN;
  const all = ratesOf(
    groups.filter(({ group }) => isCompared(group)),
    rate,
  );
  const noise =
    references === undefined
      ? noiseOfExtremes(all, minimum, significance)
      : noiseOfPair(first, ratesOf(references, rate), all, minimum, significance);
  return noise === undefined ? NaN : critical(noise);
}

function ratesOf<Cell>(
  groups: ComparedGroups<Cell>['compared'],
  rate: Pick<GroupRateSource<Cell>, 'of'>,
): Rate<number>[] {
  return groups.map((group) => rateOf(group, rate));
}
