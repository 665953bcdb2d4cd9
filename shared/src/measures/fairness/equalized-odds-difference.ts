import { abs, add, clampMin, sub } from '@grafana/promql-builder';
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
      const ofFalsePositives = abs(differenceExpression(falsePositiveRates, query));
      // max(a, b) = max(a − b, 0) + b, which names the longer text once and has no value where one of the two is missing.
      return add(clampMin(sub(ofFalsePositives, ofTruePositives()), 0), ofTruePositives());
    },
  },
});
