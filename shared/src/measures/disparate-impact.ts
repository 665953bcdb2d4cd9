import { and, count, div, gt, gte, max, min, n } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_GROUP, PER_GROUP_ATTRIBUTE } from '../promql/reference.ts';
import { groupsOf, labels, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';
import { selectionRateExpression } from './selection-rate.ts';

/** What happened to one group. */
export interface GroupCounts {
  readonly group: string;
  readonly favourable: number;
  readonly total: number;
}

/**
 * Ratio of selection rates: all other groups together over the privileged one where it is named (AIF360), else the
 * lowest rate over the highest (Fairlearn's demographic parity ratio).
 *
 * @returns NaN with fewer than two groups that were seen, or when the rate below the line is zero
 */
export function disparateImpactOf(groups: readonly GroupCounts[], privileged?: string): number {
  const seen = groups.filter((group) => group.total > 0);
  if (privileged === undefined) {
    const rates = seen.map((group) => group.favourable / group.total);
    return rates.length < 2 ? NaN : quotient(Math.min(...rates), Math.max(...rates));
  }
  const rateOf = (members: GroupCounts[]): number =>
    members.reduce((sum, group) => sum + group.favourable, 0) / members.reduce((sum, group) => sum + group.total, 0);
  const others = rateOf(seen.filter((group) => group.group !== privileged));
  return quotient(others, rateOf(seen.filter((group) => group.group === privileged)));
}

function quotient(above: number, below: number): number {
  return below > 0 ? above / below : NaN;
}

function expression(query: MeasureQuery): Expression {
  return query.privileged === undefined ? lowestOverHighest(query) : othersOverPrivileged(query, query.privileged);
}

function lowestOverHighest(query: MeasureQuery): Expression {
  const by = labels(...PER_GROUP_ATTRIBUTE);
  const rates = (): Expression => selectionRateExpression(query);
  const groups = enough(
    counted(series(counterSeries(METRICS.groupPredictions), groupsOf(query)), query, PER_GROUP),
    query,
  );
  // One group alone would be compared with itself and look perfectly fair.
  const comparable = gte(count(groups).by(by), n(2));
  return and(div(min(rates()).by(by), gt(max(rates()).by(by), n(0))), comparable);
}

function othersOverPrivileged(query: MeasureQuery, privileged: string): Expression {
  const rate = (group: { is: string } | { isNot: string }): Expression =>
    selectionRateExpression(query, PER_GROUP_ATTRIBUTE, { [ATTRIBUTES.groupValue]: group });
  return div(rate({ isNot: privileged }), gt(rate({ is: privileged }), n(0)));
}

export const disparateImpact: Measure = {
  id: 'disparate-impact',
  name: 'Disparate impact',
  description:
    'How the chance of the favourable prediction compares between groups. 1 is equal; below 0.8 breaks the ' +
    'four-fifths rule of US employment law.',
  definition: 'selection rate of the other groups / of the privileged group; without one, lowest rate / highest rate',
  source: 'AIF360 disparate_impact; Fairlearn demographic_parity_ratio; 29 CFR 1607.4(D)',
  unit: 'index',
  subject: 'group attribute',
  worse: 'lower',
  thresholds: { side: 'below', alarm: 0.8 },
  legend: () => '{{ml_group_attribute}}',
  promql: expression,
};
