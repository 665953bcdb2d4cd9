import { abs, gt, gte, or } from '@grafana/promql-builder';
import { outcomesByGroup } from '../../counts/groups.ts';
import type { Expression } from '../../promql/expression.ts';
import { equalizedOddsDifferenceOf } from '../../statistics/equalized-odds-difference.ts';
import { smallestGroup } from '../../statistics/group-comparison.ts';
import { differenceExpression, smallestGroupExpression } from '../../templates/group-comparison-expressions.ts';
import { comparisonOptions, GROUP_COMPARISON_INPUTS, ratesOf } from '../../templates/group-measure.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { falsePositiveRates } from './false-positive-rate.ts';
import { truePositiveRates } from './true-positive-rate.ts';

export const equalizedOddsDifference = defineMeasure({
  id: 'equalized-odds-difference',
  name: 'Equalized odds difference',
  description: 'Difference between the true or false positive rates of groups, whichever is larger. 0 is equal.',
  definition: 'max(|difference of TPR|, |difference of FPR|) between groups',
  source: 'Fairlearn, equalized_odds_difference',
  family: 'fairness',
  unit: 'share',
  subject: 'group attribute',
  worse: 'higher',
  inputs: GROUP_COMPARISON_INPUTS,
  counts: outcomesByGroup.attributes,
  value: {
    of: (groups, query) =>
      equalizedOddsDifferenceOf(
        ratesOf(groups, truePositiveRates),
        ratesOf(groups, falsePositiveRates),
        comparisonOptions(query),
      ),
    promql: (query) => {
      const ofTruePositives = (): Expression => abs(differenceExpression(truePositiveRates, query));
      const ofFalsePositives = (): Expression => abs(differenceExpression(falsePositiveRates, query));
      // A comparison keeps its left side where it holds, and drops attributes that have only one of the two.
      return or(gte(ofTruePositives(), ofFalsePositives()), gt(ofFalsePositives(), ofTruePositives()));
    },
  },
  observations: {
    of: (groups, query) => smallestGroup(ratesOf(groups, truePositiveRates), comparisonOptions(query)),
    promql: (query) => smallestGroupExpression(truePositiveRates, query),
  },
});
