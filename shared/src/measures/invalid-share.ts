import type { Measure } from './measure.ts';
import { problemShareExpression } from './problem-share.ts';

export const invalidShare: Measure = {
  id: 'invalid-share',
  name: 'Invalid share',
  description:
    'Share of rows in which a feature arrives as something else than its training data hold, such as a text for a number.',
  definition: 'invalid / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_of_type',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) => problemShareExpression('invalid', query),
};
