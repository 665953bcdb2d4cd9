import { problemRate } from './problem-share.ts';
import { rateMeasure } from './rate-measure.ts';
import { DATA_QUALITY_REMEDY } from './remedies.ts';

export const invalidShare = rateMeasure({
  id: 'invalid-share',
  name: 'Invalid share',
  description:
    'Share of rows in which a feature arrives as something else than its training data hold, such as a text for a number.',
  definition: 'invalid / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_of_type',
  family: 'data quality',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05, remedy: DATA_QUALITY_REMEDY },
  legend: () => '{{ml_feature_name}}',
  rate: (query) => problemRate('invalid', query),
});
