import { problemMeasure } from '../../templates/problem-measure.ts';

export const unseenShare = problemMeasure({
  id: 'unseen-share',
  name: 'Unseen share',
  description: 'Share of rows in which a feature has a category that is not in the training data.',
  definition: 'unseen categories / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_in_set',
  problem: 'unseen',
  title: 'Unseen categories',
});
