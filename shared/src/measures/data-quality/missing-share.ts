import { problemMeasure } from '../../templates/problem-measure.ts';

export const missingShare = problemMeasure({
  id: 'missing-share',
  name: 'Missing share',
  description:
    'Share of rows in which a feature is null, undefined, NaN or empty text. A broken pipeline shows here first.',
  definition: 'missing / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_not_be_null',
  problem: 'missing',
  title: 'Missing values',
});
