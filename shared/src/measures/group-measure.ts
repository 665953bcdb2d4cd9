import { differenceExpression, ratioExpression, smallestGroup, type RateByGroup } from './group-comparison.ts';
import type { Measure } from './measure.ts';
import { PER_GROUP } from '../promql/reference.ts';
import { rateMeasure } from './rate-measure.ts';

type Text = Pick<Measure, 'id' | 'name' | 'description' | 'definition' | 'source'> &
  Partial<Pick<Measure, 'thresholds'>>;

/** A rate of each group by itself. */
export function groupRateMeasure(rate: RateByGroup, worse: Measure['worse'], text: Text): Measure {
  return rateMeasure({
    ...text,
    family: 'fairness',
    subject: 'group',
    worse,
    legend: () => '{{ml_group_attribute}}: {{ml_group_value}}',
    rate: (query) => rate(query, PER_GROUP, {}),
  });
}

/** How a rate compares between groups, as a ratio: 1 is equal. */
export function groupRatioMeasure(rate: RateByGroup, text: Text): Measure {
  return {
    ...text,
    family: 'fairness',
    unit: 'index',
    subject: 'group attribute',
    worse: 'lower',
    legend: () => '{{ml_group_attribute}}',
    promql: (query) => ratioExpression(rate, query),
    observations: (query) => smallestGroup(rate, query),
  };
}

/** How a rate compares between groups, as a difference: 0 is equal. */
export function groupDifferenceMeasure(rate: RateByGroup, text: Text): Measure {
  return {
    ...text,
    family: 'fairness',
    unit: 'index',
    subject: 'group attribute',
    worse: 'neither',
    legend: () => '{{ml_group_attribute}}',
    promql: (query) => differenceExpression(rate, query),
    observations: (query) => smallestGroup(rate, query),
  };
}
