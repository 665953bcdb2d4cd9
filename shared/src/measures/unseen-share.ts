import { problemRate } from './problem-share.ts';
import { rateMeasure } from './rate-measure.ts';
import { DATA_QUALITY_REMEDY } from './remedies.ts';

export const unseenShare = rateMeasure({
  id: 'unseen-share',
  name: 'Unseen share',
  description: 'Share of rows in which a category arrives that the training data do not have.',
  definition: 'unseen categories / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_in_set',
  family: 'data quality',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.05, remedy: DATA_QUALITY_REMEDY },
  legend: () => '{{ml_feature_name}}',
  rate: (query) => problemRate('unseen', query),
});
