import { and, count, div, gt, gte, max, min, n, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { PER_GROUP, PER_GROUP_ATTRIBUTE } from '../counts/groups.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from '../statistics/rate.ts';
import type { GroupRateSource } from './group-rate.ts';

type InPromql = Pick<GroupRateSource<never>, 'promql'>;

/** `ratioBetween` in PromQL. */
export function ratioExpression(rate: InPromql, query: MeasureQuery): Expression {
  const { privileged } = query;
  if (privileged !== undefined) {
    return div(together(rate, query, { isNot: privileged }), gt(together(rate, query, { is: privileged }), n(0)));
  }
  const { lowest, highest, comparable } = extremes(rate, query);
  return and(div(lowest, gt(highest, n(0))), comparable);
}

/** `differenceBetween` in PromQL. */
export function differenceExpression(rate: InPromql, query: MeasureQuery): Expression {
  const { privileged } = query;
  if (privileged !== undefined) {
    return sub(together(rate, query, { isNot: privileged }), together(rate, query, { is: privileged }));
  }
  const { lowest, highest, comparable } = extremes(rate, query);
  return and(sub(highest, lowest), comparable);
}

/** `smallestGroup` in PromQL. */
export function smallestGroupExpression(rate: InPromql, query: MeasureQuery): Expression {
  return min(atLeastMinimum(rate.promql(query, PER_GROUP, {}).denominator, query)).by([...PER_GROUP_ATTRIBUTE]);
}

function together(rate: InPromql, query: MeasureQuery, group: { is: string } | { isNot: string }): Expression {
  const narrowing = { [ATTRIBUTES.groupValue]: group };
  const { numerator, denominator } = rate.promql(query, PER_GROUP_ATTRIBUTE, narrowing);
  return div(numerator, atLeastMinimum(denominator, query));
}

function extremes(rate: InPromql, query: MeasureQuery): Record<'lowest' | 'highest' | 'comparable', Expression> {
  const by = [...PER_GROUP_ATTRIBUTE];
  const each = (): Rate<Expression> => rate.promql(query, PER_GROUP, {});
  const quotients = (): Expression => div(each().numerator, atLeastMinimum(each().denominator, query));
  return {
    lowest: min(quotients()).by(by),
    highest: max(quotients()).by(by),
    // One group alone would be compared with itself and look perfectly fair.
    comparable: gte(count(atLeastMinimum(each().denominator, query)).by(by), n(2)),
  };
}
