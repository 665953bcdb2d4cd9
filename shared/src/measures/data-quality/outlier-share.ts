import { problemMeasure } from '../../templates/problem-measure.ts';

export const outlierShare = problemMeasure({
  id: 'outlier-share',
  name: 'Outlier share',
  description: 'Share of rows in which a numeric feature is far from its mean in the training data.',
  definition: 'values beyond the outlier limit (4 standard deviations by default) / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_value_z_scores_to_be_less_than',
  problem: 'outlier',
  title: 'Outliers',
});
