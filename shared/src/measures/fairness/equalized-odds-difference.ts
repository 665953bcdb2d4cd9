import { abs, gt, gte, or } from '@grafana/promql-builder';
import type { Expression } from '../../promql/expression.ts';
import { equalizedOddsDifferenceOf } from '../../statistics/equalized-odds-difference.ts';
import { differenceExpression } from '../../templates/group-comparison-expressions.ts';
import { comparisonMeasure, differenceOf } from '../../templates/group-measure.ts';
import { falsePositiveRates } from './false-positive-rate.ts';
import { truePositiveRates } from './true-positive-rate.ts';

export const equalizedOddsDifference = comparisonMeasure(truePositiveRates, {
  id: 'equalized-odds-difference',
  name: 'Equalized odds difference',
  description: 'Difference between the true or false positive rates of groups, whichever is larger. 0 is equal.',
  definition: 'max(|difference of TPR|, |difference of FPR|) of each group and the reference group, or of the extremes',
  source: 'Fairlearn, equalized_odds_difference',
  unit: 'share',
  worse: 'higher',
  value: {
    of: (groups, query) =>
      equalizedOddsDifferenceOf(
        differenceOf(groups, truePositiveRates, query),
        differenceOf(groups, falsePositiveRates, query),
      ),
    promql: (query) => {
      const ofTruePositives = (): Expression => abs(differenceExpression(truePositiveRates, query));
      const ofFalsePositives = (): Expression => abs(differenceExpression(falsePositiveRates, query));
      // A comparison keeps its left side where it holds, and drops attributes that have only one of the two.
      return or(gte(ofTruePositives(), ofFalsePositives()), gt(ofFalsePositives(), ofTruePositives()));
    },
  },
});
