import type { Measure } from './measure.ts';
import { problemShareExpression } from './problem-share.ts';

export const outOfRangeShare: Measure = {
  id: 'out-of-range-share',
  name: 'Out-of-range share',
  description:
    'Share of rows in which a numeric feature lies outside the smallest and largest value of its training data.',
  definition: 'values outside / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_between',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) => problemShareExpression('out_of_range', query),
};
