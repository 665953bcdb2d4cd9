import type { Measure } from './measure.ts';
import { problemShareExpression } from './problem-share.ts';

export const missingShare: Measure = {
  id: 'missing-share',
  name: 'Missing share',
  description: 'Share of rows in which a feature arrives as null, undefined or NaN. A pipeline fault shows here first.',
  definition: 'missing / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_not_be_null',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) => problemShareExpression('missing', query),
};
