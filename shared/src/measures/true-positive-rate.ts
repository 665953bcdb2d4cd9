import { Outcomes } from '../promql/outcomes.ts';
import type { RateByGroup } from './group-comparison.ts';
import { groupRateMeasure } from './group-measure.ts';

/** True positives among those who truly were of the favorable class. */
export const truePositiveRateByGroup: RateByGroup = (query, by, narrowing) => {
  const outcomes = Outcomes.ofGroups(query, by, narrowing);
  return { hits: outcomes.count('hits'), trials: outcomes.count('actual') };
};

export const truePositiveRate = groupRateMeasure(truePositiveRateByGroup, 'lower', {
  id: 'true-positive-rate',
  name: 'True positive rate by group',
  description: 'Of each group’s people who truly were of the favorable class, the share who were predicted it.',
  definition: 'TP / (TP + FN) of the group',
  source: 'Fairlearn, true_positive_rate',
});
