import { problemMeasure } from '../../templates/problem-measure.ts';

export const invalidShare = problemMeasure({
  id: 'invalid-share',
  name: 'Invalid share',
  description:
    'Share of rows in which a feature has another type than in the training data, such as text instead of a number.',
  definition: 'invalid / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_of_type',
  problem: 'invalid',
  title: 'Invalid values',
});
