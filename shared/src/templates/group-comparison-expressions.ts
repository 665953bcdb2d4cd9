import { and, count, div, gt, gte, max, min, n, or, sub, unless } from '@grafana/promql-builder';
import { ATTRIBUTES, UNCOMPARED_GROUPS } from '../conventions/attributes.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP, PER_GROUP_ATTRIBUTE } from '../promql/group-labels.ts';
import { privilegedGroups } from '../promql/privileged-groups.ts';
import type { LabelValues } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { shownCounts } from './group-disclosure.ts';
import type { GroupRateSource } from './group-rate.ts';

export type InPromql = Pick<GroupRateSource<never>, 'promql'>;

/** Ratios of {@link GroupComparison} in PromQL. */
export function ratioExpression(rate: InPromql, query: MeasureQuery): Expression {
  return byComparison(query, {
    extremes: () => {
      const { lowest, highest, comparable } = extremes(rate, query);
      return and(div(lowest, gt(highest, n(0))), comparable);
    },
    pairwise: () => {
      const { group, reference } = pair(rate, query);
      return div(group, gt(reference, n(0)))
        .on([...PER_GROUP_ATTRIBUTE])
        .groupLeft([]);
    },
  });
}

/** Differences in PromQL. */
export function differenceExpression(rate: InPromql, query: MeasureQuery): Expression {
  return byComparison(query, {
    extremes: () => {
      const { lowest, highest, comparable } = extremes(rate, query);
      return and(sub(highest, lowest), comparable);
    },
    pairwise: () => {
      const { group, reference } = pair(rate, query);
      return sub(group, reference)
        .on([...PER_GROUP_ATTRIBUTE])
        .groupLeft([]);
    },
  });
}

/** Observations behind a comparison in PromQL: of the smallest group, or of the group that is compared. */
export function comparedExpression(rate: InPromql, query: MeasureQuery): Expression {
  return byComparison(query, {
    extremes: () => min(sizes(rate, query, comparable())).by([...PER_GROUP_ATTRIBUTE]),
    pairwise: () => {
      const ofGroups =
        query.privileged === undefined
          ? and(unprivileged(sizes(rate, query, comparable()), query), privilegedGroups(query)).on([
              ...PER_GROUP_ATTRIBUTE,
            ])
          : sizes(rate, query, comparable([query.privileged]));
      return shownCounts(ofGroups, rate, query);
    },
  });
}

/** Pairwise where there is a reference group, and by the extremes elsewhere, unless the query says how. */
export function byComparison(
  query: MeasureQuery,
  { extremes, pairwise }: Record<'extremes' | 'pairwise', () => Expression>,
): Expression {
  if (query.compare === 'extremes') return extremes();
  if (query.compare === 'pairwise' || query.privileged !== undefined) return pairwise();
  return or(pairwise(), unless(extremes(), privilegedGroups(query)).on([...PER_GROUP_ATTRIBUTE]));
}

function pair(rate: InPromql, query: MeasureQuery): Record<'group' | 'reference', Expression> {
  const { privileged } = query;
  if (privileged !== undefined) {
    return {
      group: quotients(rate, query, comparable([privileged])),
      reference: quotients(rate, query, { [ATTRIBUTES.groupValue]: { is: privileged } }, PER_GROUP_ATTRIBUTE),
    };
  }
  const all = (): Expression => quotients(rate, query, comparable());
  const reference = and(all(), privilegedGroups(query)).on([...PER_GROUP]);
  return { group: unprivileged(all(), query), reference: max(reference).by([...PER_GROUP_ATTRIBUTE]) };
}

function extremes(rate: InPromql, query: MeasureQuery): Record<'lowest' | 'highest' | 'comparable', Expression> {
  const by = [...PER_GROUP_ATTRIBUTE];
  return {
    lowest: min(quotients(rate, query, comparable())).by(by),
    highest: max(quotients(rate, query, comparable())).by(by),
    // One group alone would be compared with itself and look perfectly fair.
    comparable: gte(count(sizes(rate, query, comparable())).by(by), n(2)),
  };
}

/** All groups that are compared, but for some. */
export function comparable(but: readonly string[] = []): LabelValues {
  return { [ATTRIBUTES.groupValue]: { isNoneOf: [...but, ...UNCOMPARED_GROUPS] } };
}

export function unprivileged(groups: Expression, query: MeasureQuery): Expression {
  return unless(groups, privilegedGroups(query)).on([...PER_GROUP]);
}

/** Rate of each group that is large enough. */
function quotients(
  rate: InPromql,
  query: MeasureQuery,
  narrowing: LabelValues,
  by: readonly string[] = PER_GROUP,
): Expression {
  const { numerator, denominator } = rate.promql(query, by, narrowing);
  return div(numerator, atLeastMinimum(denominator, query));
}

/** Observations of each group that is large enough. */
export function sizes(rate: InPromql, query: MeasureQuery, narrowing: LabelValues): Expression {
  return atLeastMinimum(rate.promql(query, PER_GROUP, narrowing).denominator, query);
}
