import { sub } from '@grafana/promql-builder';
import { Outcomes } from '../promql/outcomes.ts';
import type { RateByGroup } from './group-comparison.ts';
import { groupRateMeasure } from './group-measure.ts';

/** False negatives among those who truly were of the favorable class. */
export const falseNegativeRateByGroup: RateByGroup = (query, by, narrowing) => {
  const outcomes = Outcomes.ofGroups(query, by, narrowing);
  return {
    hits: sub(outcomes.count('actual'), outcomes.count('hits')),
    trials: outcomes.count('actual'),
  };
};

export const falseNegativeRate = groupRateMeasure(falseNegativeRateByGroup, 'higher', {
  id: 'false-negative-rate',
  name: 'False negative rate by group',
  description: 'Of each group’s people who truly were of the favorable class, the share who were denied it.',
  definition: 'FN / (TP + FN) of the group',
  source: 'Fairlearn, false_negative_rate',
});
