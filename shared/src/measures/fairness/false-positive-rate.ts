import { sub } from '@grafana/promql-builder';
import { outcomesByGroup } from '../../counts/groups.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import type { ConfusionCell } from '../../statistics/confusion-matrix.ts';
import { falsePositiveRateOf } from '../../statistics/group-rates.ts';
import { groupRateMeasure } from '../../templates/group-measure.ts';
import type { GroupRateSource } from '../../templates/group-rate.ts';

/** False positives among those actually of another class. */
export const falsePositiveRates: GroupRateSource<ConfusionCell> = {
  source: outcomesByGroup,
  of: falsePositiveRateOf,
  promql: (query, by, narrowing) => {
    const outcomes = Outcomes.ofGroups(query, by, narrowing);
    return {
      numerator: sub(outcomes.count('predicted'), outcomes.countOrZero('truePositives', 'all')),
      denominator: sub(outcomes.count(), outcomes.count('actual')),
    };
  },
};

export const falsePositiveRate = groupRateMeasure(falsePositiveRates, {
  id: 'false-positive-rate',
  name: 'False positive rate by group',
  description: 'Share of the actually unfavorable outcomes of each group that were predicted as favorable.',
  definition: 'FP / (FP + TN) of the group',
  source: 'Fairlearn, false_positive_rate',
  worse: 'neither',
});
