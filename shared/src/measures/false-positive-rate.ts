import { sub } from '@grafana/promql-builder';
import { Outcomes } from '../promql/outcomes.ts';
import type { RateByGroup } from './group-comparison.ts';
import { groupRateMeasure } from './group-measure.ts';

/** False positives among those who truly were of another class. */
export const falsePositiveRateByGroup: RateByGroup = (query, by, narrowing) => {
  const outcomes = Outcomes.ofGroups(query, by, narrowing);
  return {
    hits: sub(outcomes.count('predicted'), outcomes.count('hits')),
    trials: sub(outcomes.count(), outcomes.count('actual')),
  };
};

export const falsePositiveRate = groupRateMeasure(falsePositiveRateByGroup, 'neither', {
  id: 'false-positive-rate',
  name: 'False positive rate by group',
  description:
    'Of each group’s people who truly were of another class, the share who were predicted the favorable one.',
  definition: 'FP / (FP + TN) of the group',
  source: 'Fairlearn, false_positive_rate',
});
