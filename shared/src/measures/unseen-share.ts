import type { Measure } from './measure.ts';
import { problemShareExpression } from './problem-share.ts';

export const unseenShare: Measure = {
  id: 'unseen-share',
  name: 'Unseen share',
  description: 'Share of rows in which a category arrives that the training data do not have.',
  definition: 'unseen categories / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_in_set',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) => problemShareExpression('unseen', query),
};
