import type { Measure } from './measure.ts';
import { problemShareExpression } from './problem-share.ts';

export const outlierShare: Measure = {
  id: 'outlier-share',
  name: 'Outlier share',
  description: 'Share of rows in which a numeric feature lies far outside its training data.',
  definition: 'values beyond the outlier limit / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_value_z_scores_to_be_less_than',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) => problemShareExpression('outlier', query),
};
