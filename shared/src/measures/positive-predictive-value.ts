import { Outcomes } from '../promql/outcomes.ts';
import type { RateByGroup } from './group-comparison.ts';
import { groupRateMeasure } from './group-measure.ts';

/** True positives among those who were predicted the favorable class. */
export const positivePredictiveValueByGroup: RateByGroup = (query, by, narrowing) => {
  const outcomes = Outcomes.ofGroups(query, by, narrowing);
  return { hits: outcomes.count('hits'), trials: outcomes.count('predicted') };
};

export const positivePredictiveValue = groupRateMeasure(positivePredictiveValueByGroup, 'lower', {
  id: 'positive-predictive-value',
  name: 'Positive predictive value by group',
  description: 'Of each group’s people who were predicted the favorable class, the share who truly were of it.',
  definition: 'TP / (TP + FP) of the group',
  source: 'AIF360, positive_predictive_value',
});
