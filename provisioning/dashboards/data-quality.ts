import type { MeasureId } from '@driftline/shared';
import type { DashboardContent, PanelContent } from './content.ts';

/** How much more of each feature has a problem than in the training data, which is what limits are of. */
const excess = (title: string, description: string, measure: MeasureId): PanelContent => ({
  kind: 'lines',
  title,
  description,
  questions: [{ measure, show: 'excess' }],
});

export const DATA_QUALITY: DashboardContent = {
  id: 'data-quality',
  name: 'Data quality',
  title: 'Model data quality',
  description: 'Does the model get the rows that it was trained for, or is something upstream broken?',
  variables: ['model', 'version', 'feature'],
  several: ['version', 'feature'],
  marked: ['missing-share', 'invalid-share'],
  rows: [
    {
      title: 'More than in the training data',
      lines: [
        {
          height: 9,
          panels: [
            excess('Missing', 'Null, undefined, NaN and empty text. A broken join shows here first.', 'missing-share'),
            excess('Invalid', 'Another type than in the training data, such as text for a number.', 'invalid-share'),
          ],
        },
        {
          height: 9,
          panels: [
            excess('Unseen', 'Categories that the training data does not have.', 'unseen-share'),
            excess('Outliers', 'Numbers far from the mean of the training data.', 'outlier-share'),
            excess('Out of range', 'Numbers beyond the smallest and the largest of training.', 'out-of-range-share'),
          ],
        },
      ],
    },
    {
      title: 'Shares of all rows',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Missing share',
              description: 'Of all rows, whatever the training data has.',
              questions: [{ measure: 'missing-share' }],
            },
            {
              kind: 'lines',
              title: 'Rows',
              description: 'Rows in the window behind each share.',
              questions: [{ measure: 'missing-share', show: 'observations' }],
            },
          ],
        },
      ],
    },
  ],
};
