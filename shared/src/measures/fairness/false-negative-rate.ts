import { sub } from '@grafana/promql-builder';
import { outcomesByGroup } from '../../counts/groups.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import type { ConfusionCell } from '../../statistics/confusion-matrix.ts';
import { falseNegativeRateOf } from '../../statistics/group-rates.ts';
import { groupRateMeasure } from '../../templates/group-measure.ts';
import type { GroupRateSource } from '../../templates/group-rate.ts';

/** False negatives among those actually of the favorable class. */
export const falseNegativeRates: GroupRateSource<ConfusionCell> = {
  source: outcomesByGroup,
  of: falseNegativeRateOf,
  promql: (query, by, narrowing) => {
    const outcomes = Outcomes.ofGroups(query, by, narrowing);
    return {
      numerator: sub(outcomes.count('actual'), outcomes.countOrZero('truePositives', 'all')),
      denominator: outcomes.count('actual'),
    };
  },
};

export const falseNegativeRate = groupRateMeasure(falseNegativeRates, {
  id: 'false-negative-rate',
  name: 'False negative rate by group',
  description: 'Share of the actually favorable outcomes of each group that were predicted as another class.',
  definition: 'FN / (TP + FN) of the group',
  source: 'Fairlearn, false_negative_rate',
  worse: 'higher',
});
