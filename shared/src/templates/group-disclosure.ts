import { and, count, gt, gte, lt, n, unless } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { Group, Groups } from '../counts/groups.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP, PER_GROUP_ATTRIBUTE } from '../promql/group-labels.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { minimumGroupSizeOf } from '../query/minimum-observations.ts';
import { rateOf, type GroupRateSource } from './group-rate.ts';

const PER_MODEL = dimensionLabels(METRICS.predictions);

/**
 * Whether counts of an attribute's groups are shown. They are not if one of its groups is too small to be shown while the
 * answer holds another attribute of the model: the sums of both are the same people, and an intersection's groups add up to
 * a group of its parts, so the small group would follow by subtraction.
 */
export function showsCounts<Cell>(
  { groups, beside }: Groups<Cell>,
  rate: Pick<GroupRateSource<Cell>, 'of'>,
  query: MeasureQuery,
): boolean {
  const sizeOf = (group: Group<Cell>): number => rateOf(group, rate).denominator;
  const isSmall = (size: number): boolean => size > 0 && size < minimumGroupSizeOf(query);
  const hasBeside = beside.some((others) => others.some((group) => sizeOf(group) > 0));
  return !(hasBeside && groups.map(sizeOf).some(isSmall));
}

/** `counts` of groups in PromQL, where {@link showsCounts}. */
export function shownCounts(
  counts: Expression,
  rate: Pick<GroupRateSource<never>, 'promql'>,
  query: MeasureQuery,
): Expression {
  // An answer to one attribute has no other beside it.
  if (query.where.group?.length === 1) return counts;
  const sizes = (): Expression => rate.promql(query, PER_GROUP, {}).denominator;
  const perAttribute = (some: Expression): Expression => count(some).by([...PER_GROUP_ATTRIBUTE]);
  const withSmall = perAttribute(gt(lt(sizes(), n(minimumGroupSizeOf(query))), n(0)));
  const besideOthers = gt(count(perAttribute(gt(sizes(), n(0)))).by([...PER_MODEL]), n(1));
  return unless(counts, and(withSmall, besideOthers).on([...PER_MODEL])).on([...PER_GROUP_ATTRIBUTE]);
}

/** The `size` of a group in PromQL, if it is large enough to be shown. */
export function shownSize(size: Expression, query: MeasureQuery): Expression {
  return gte(size, n(minimumGroupSizeOf(query)));
}
