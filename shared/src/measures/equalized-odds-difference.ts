import { abs, gt, gte, or } from '@grafana/promql-builder';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { falsePositiveRateByGroup } from './false-positive-rate.ts';
import { differenceBetween, differenceExpression, smallestGroup, type GroupRate } from './group-comparison.ts';
import type { Measure } from './measure.ts';
import { truePositiveRateByGroup } from './true-positive-rate.ts';

/**
 * The larger of the differences of true and of false positive rates between groups, without sign.
 *
 * @param truePositives - true positives among those truly of the favorable class, by group
 * @param falsePositives - false positives among all others, by group
 * @returns NaN where either cannot be compared
 */
export function equalizedOddsDifferenceOf(
  truePositives: readonly GroupRate[],
  falsePositives: readonly GroupRate[],
  privileged?: string,
): number {
  return Math.max(
    Math.abs(differenceBetween(truePositives, privileged)),
    Math.abs(differenceBetween(falsePositives, privileged)),
  );
}

function expression(query: MeasureQuery): Expression {
  const opportunity = (): Expression => abs(differenceExpression(truePositiveRateByGroup, query));
  const alarm = (): Expression => abs(differenceExpression(falsePositiveRateByGroup, query));
  // A comparison keeps its left side where it holds, and drops groups that have only one of the two.
  return or(gte(opportunity(), alarm()), gt(alarm(), opportunity()));
}

export const equalizedOddsDifference: Measure = {
  id: 'equalized-odds-difference',
  name: 'Equalized odds difference',
  description: 'How far groups are from being judged by the same standard, whichever error differs more. 0 is equal.',
  definition: 'max(|difference of TPR|, |difference of FPR|) between groups',
  source: 'Fairlearn, equalized_odds_difference',
  family: 'fairness',
  unit: 'share',
  subject: 'group attribute',
  worse: 'higher',
  legend: () => '{{ml_group_attribute}}',
  promql: expression,
  observations: (query) => smallestGroup(truePositiveRateByGroup, query),
};
