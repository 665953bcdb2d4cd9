import { problemMeasure } from '../../templates/problem-measure.ts';

/** No default limit: the values are right, and only their type is not that of the training data. */
export const convertedShare = problemMeasure({
  id: 'converted-share',
  name: 'Converted share',
  description:
    'Share of rows in which a numeric feature is a text or a truth value that was read as a number. The values count as ' +
    'usual; send numbers to save the conversion.',
  definition: 'converted / (observations + missing + invalid)',
  source: 'Great Expectations, expect_column_values_to_be_of_type',
  problem: 'converted',
});
