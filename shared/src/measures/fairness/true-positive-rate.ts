import { outcomesByGroup } from '../../counts/groups.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import type { ConfusionCell } from '../../statistics/confusion-matrix.ts';
import { truePositiveRateOf } from '../../statistics/group-rates.ts';
import { groupRateMeasure } from '../../templates/group-measure.ts';
import type { GroupRateSource } from '../../templates/group-rate.ts';

/** True positives among those actually of the favorable class. */
export const truePositiveRates: GroupRateSource<ConfusionCell> = {
  source: outcomesByGroup,
  of: truePositiveRateOf,
  promql: (query, by, narrowing) => {
    const outcomes = Outcomes.ofGroups(query, by, narrowing);
    return {
      numerator: outcomes.countOrZero('truePositives', 'all'),
      denominator: outcomes.count('actual'),
    };
  },
};

export const truePositiveRate = groupRateMeasure(truePositiveRates, {
  id: 'true-positive-rate',
  name: 'True positive rate by group',
  description: 'Share of the actually favorable outcomes of each group that were predicted as favorable.',
  definition: 'TP / (TP + FN) of the group',
  source: 'Fairlearn, true_positive_rate',
  worse: 'lower',
});
