import { problemRate } from './problem-share.ts';
import { rateMeasure } from './rate-measure.ts';
import { DATA_QUALITY_REMEDY } from './remedies.ts';

export const outlierShare = rateMeasure({
  id: 'outlier-share',
  name: 'Outlier share',
  description: 'Share of rows in which a numeric feature lies far outside its training data.',
  definition: 'values beyond the outlier limit / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_value_z_scores_to_be_less_than',
  family: 'data quality',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05, remedy: DATA_QUALITY_REMEDY },
  legend: () => '{{ml_feature_name}}',
  rate: (query) => problemRate('outlier', query),
});
