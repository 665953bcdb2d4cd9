import { problemRate } from './problem-share.ts';
import { rateMeasure } from './rate-measure.ts';
import { DATA_QUALITY_REMEDY } from './remedies.ts';

export const outOfRangeShare = rateMeasure({
  id: 'out-of-range-share',
  name: 'Out-of-range share',
  description:
    'Share of rows in which a numeric feature lies outside the smallest and largest value of its training data.',
  definition: 'values outside / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_between',
  family: 'data quality',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05, remedy: DATA_QUALITY_REMEDY },
  legend: () => '{{ml_feature_name}}',
  rate: (query) => problemRate('out_of_range', query),
});
