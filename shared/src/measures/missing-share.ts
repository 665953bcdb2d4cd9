import { problemRate } from './problem-share.ts';
import { rateMeasure } from './rate-measure.ts';
import { DATA_QUALITY_REMEDY } from './remedies.ts';

export const missingShare = rateMeasure({
  id: 'missing-share',
  name: 'Missing share',
  description: 'Share of rows in which a feature arrives as null, undefined or NaN. A pipeline fault shows here first.',
  definition: 'missing / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_not_be_null',
  family: 'data quality',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05, remedy: DATA_QUALITY_REMEDY },
  legend: () => '{{ml_feature_name}}',
  rate: (query) => problemRate('missing', query),
});
