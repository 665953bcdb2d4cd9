import { problemMeasure } from '../../templates/problem-measure.ts';

export const outOfRangeShare = problemMeasure({
  id: 'out-of-range-share',
  name: 'Out-of-range share',
  description:
    'Share of rows in which a numeric feature is below the minimum or above the maximum of the training data.',
  definition: 'values outside / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_between',
  problem: 'out_of_range',
  title: 'Values out of range',
});
