import { and, count, div, gt, gte, max, min, n, sub } from '@grafana/promql-builder';
import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP, PER_GROUP_ATTRIBUTE } from '../promql/reference.ts';
import { labels, type LabelValues } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from './measure.ts';

/** What happened to one group. */
export interface GroupRate {
  readonly group: string;
  readonly hits: number;
  readonly trials: number;
}

/** A rate of groups in PromQL, apart by `by`; `narrowing` names one group or all but one. */
export type RateByGroup = (query: MeasureQuery, by: readonly AttributeName[], narrowing: LabelValues) => Rate;

/**
 * Ratio of a rate between groups: all other groups together over the privileged one where it is named (AIF360), else
 * the lowest over the highest (Fairlearn).
 *
 * @returns NaN with fewer than two groups that were seen, or when the rate below the line is zero
 */
export function ratioBetween(groups: readonly GroupRate[], privileged?: string): number {
  const [above, below] = rates(groups, privileged, (lowest, highest) => [lowest, highest]);
  return below > 0 ? above / below : NaN;
}

/**
 * Difference of a rate between groups: all other groups together less the privileged one where it is named (AIF360:
 * below zero is to their disadvantage), else the highest less the lowest (Fairlearn).
 *
 * @returns NaN with fewer than two groups that were seen
 */
export function differenceBetween(groups: readonly GroupRate[], privileged?: string): number {
  const [left, right] = rates(groups, privileged, (lowest, highest) => [highest, lowest]);
  return left - right;
}

type Pair = readonly [number, number];

function rates(
  groups: readonly GroupRate[],
  privileged: string | undefined,
  ofExtremes: (lowest: number, highest: number) => Pair,
): Pair {
  const seen = groups.filter(({ trials }) => trials > 0);
  if (privileged === undefined) {
    const all = seen.map(({ hits, trials }) => hits / trials);
    return all.length < 2 ? [NaN, NaN] : ofExtremes(Math.min(...all), Math.max(...all));
  }
  const together = (members: readonly GroupRate[]): number =>
    members.reduce((sum, { hits }) => sum + hits, 0) / members.reduce((sum, { trials }) => sum + trials, 0);
  return [
    together(seen.filter(({ group }) => group !== privileged)),
    together(seen.filter(({ group }) => group === privileged)),
  ];
}

/** {@link ratioBetween} in PromQL. */
export function ratioExpression(rate: RateByGroup, query: MeasureQuery): Expression {
  const { privileged } = query;
  if (privileged !== undefined) {
    return div(together(rate, query, { isNot: privileged }), gt(together(rate, query, { is: privileged }), n(0)));
  }
  const { lowest, highest, comparable } = extremes(rate, query);
  return and(div(lowest, gt(highest, n(0))), comparable);
}

/** {@link differenceBetween} in PromQL. */
export function differenceExpression(rate: RateByGroup, query: MeasureQuery): Expression {
  const { privileged } = query;
  if (privileged !== undefined) {
    return sub(together(rate, query, { isNot: privileged }), together(rate, query, { is: privileged }));
  }
  const { lowest, highest, comparable } = extremes(rate, query);
  return and(sub(highest, lowest), comparable);
}

/** Trials of the smallest group that is compared: what the whole comparison rests on. */
export function smallestGroup(rate: RateByGroup, query: MeasureQuery): Expression {
  return min(enough(rate(query, PER_GROUP, {}).trials, query)).by(labels(...PER_GROUP_ATTRIBUTE));
}

function together(rate: RateByGroup, query: MeasureQuery, group: { is: string } | { isNot: string }): Expression {
  const { hits, trials } = rate(query, PER_GROUP_ATTRIBUTE, { [ATTRIBUTES.groupValue]: group });
  return div(hits, enough(trials, query));
}

function extremes(rate: RateByGroup, query: MeasureQuery): Record<'lowest' | 'highest' | 'comparable', Expression> {
  const by = labels(...PER_GROUP_ATTRIBUTE);
  const each = (): Rate => rate(query, PER_GROUP, {});
  const quotients = (): Expression => div(each().hits, enough(each().trials, query));
  return {
    lowest: min(quotients()).by(by),
    highest: max(quotients()).by(by),
    // One group alone would be compared with itself and look perfectly fair.
    comparable: gte(count(enough(each().trials, query)).by(by), n(2)),
  };
}
