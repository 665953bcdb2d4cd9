import { PER_GROUP, type Group, type Groups } from '../counts/groups.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { minimumOf } from '../query/minimum-observations.ts';
import {
  differenceBetween,
  ratioBetween,
  smallestGroup,
  type ComparisonOptions,
  type GroupRate,
} from '../statistics/group-comparison.ts';
import { differenceExpression, ratioExpression, smallestGroupExpression } from './group-comparison-expressions.ts';
import type { GroupRateSource } from './group-rate.ts';
import type { Description } from './description.ts';
import { defineMeasure, type Measure } from './measure.ts';
import { rateMeasure } from './rate-measure.ts';

type GroupDescription<Id extends string> = Pick<
  Description<Id>,
  'id' | 'name' | 'description' | 'definition' | 'source' | 'thresholds'
>;

const NO_RATE = { numerator: NaN, denominator: NaN };

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
    inputs: ['model', 'version', 'group', 'favorable', 'minimumObservations', 'significance'],
    counts: rate.source.single,
    rate: {
      of: ({ cells, favorable }: Group<Cell>) => (favorable === undefined ? NO_RATE : rate.of(cells, favorable)),
      promql: (query) => rate.promql(query, PER_GROUP, {}),
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
    worse: 'lower',
    of: ratioBetween,
    promql: (query) => ratioExpression(rate, query),
  });
}

/** How a rate compares between groups, as a difference: 0 is equal. */
export function groupDifferenceMeasure<const Id extends string, Cell>(
  rate: GroupRateSource<Cell>,
  description: GroupDescription<Id>,
): Measure<Id> {
  return comparisonMeasure(rate, {
    ...description,
    worse: 'neither',
    of: differenceBetween,
    promql: (query) => differenceExpression(rate, query),
  });
}

/** The inputs of a comparison of groups. */
export const GROUP_COMPARISON_INPUTS = [
  'model',
  'version',
  'group',
  'favorable',
  'privileged',
  'minimumObservations',
] as const;

function comparisonMeasure<const Id extends string, Cell>(
  rate: GroupRateSource<Cell>,
  {
    of,
    promql,
    ...description
  }: GroupDescription<Id> &
    Pick<Description<Id>, 'worse'> & {
      of(groups: readonly GroupRate[], options: ComparisonOptions): number;
      promql(query: MeasureQuery): Expression;
    },
): Measure<Id> {
  return defineMeasure({
    ...description,
    family: 'fairness',
    unit: 'index',
    subject: 'group attribute',
    inputs: GROUP_COMPARISON_INPUTS,
    counts: rate.source.attributes,
    value: { of: (counts, query) => of(ratesOf(counts, rate), comparisonOptions(query)), promql },
    observations: {
      of: (counts, query) => smallestGroup(ratesOf(counts, rate), comparisonOptions(query)),
      promql: (query) => smallestGroupExpression(rate, query),
    },
  });
}

/** The rate of each group; a group whose favorable class is unknown has none. */
export function ratesOf<Cell>({ groups }: Groups<Cell>, { of }: Pick<GroupRateSource<Cell>, 'of'>): GroupRate[] {
  return groups.map(({ group, cells, favorable }) => ({
    group,
    ...(favorable === undefined ? NO_RATE : of(cells, favorable)),
  }));
}

/** How a query compares groups. */
export function comparisonOptions(query: MeasureQuery): ComparisonOptions {
  return { privileged: query.privileged, minimum: minimumOf(query) };
}
