import { outcomesByGroup } from '../../counts/groups.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import type { ConfusionCell } from '../../statistics/confusion-matrix.ts';
import { positivePredictiveValueOf } from '../../statistics/group-rates.ts';
import { groupRateMeasure } from '../../templates/group-measure.ts';
import type { GroupRateSource } from '../../templates/group-rate.ts';

/** True positives among those who were predicted the favorable class. */
export const positivePredictiveValues: GroupRateSource<ConfusionCell> = {
  source: outcomesByGroup,
  of: positivePredictiveValueOf,
  promql: (query, by, narrowing) => {
    const outcomes = Outcomes.ofGroups(query, by, narrowing);
    return {
      numerator: outcomes.countOrZero('truePositives', 'all'),
      denominator: outcomes.count('predicted'),
    };
  },
};

export const positivePredictiveValue = groupRateMeasure(positivePredictiveValues, {
  id: 'positive-predictive-value',
  name: 'Positive predictive value by group',
  description: 'Share of the favorable predictions of each group that turned out to be right.',
  definition: 'TP / (TP + FP) of the group',
  source: 'AIF360, positive_predictive_value',
  worse: 'lower',
});
