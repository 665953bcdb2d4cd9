import type { DashboardContent } from './content.ts';

export const FAIRNESS: DashboardContent = {
  id: 'fairness',
  name: 'Fairness',
  title: 'Model fairness',
  description: 'Does the model treat groups of people alike, and who is hurt if not?',
  variables: ['model', 'version', 'group'],
  several: ['version', 'group'],
  // Outcomes are fewer than predictions.
  window: '1h',
  marked: ['disparate-impact'],
  rows: [
    {
      title: 'Predictions',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'groups',
              title: 'Selection rate of each group',
              description: 'Share of each group that gets the favorable prediction, with its interval.',
              questions: [{ measure: 'selection-rate' }],
            },
            {
              kind: 'lines',
              title: 'Disparate impact',
              description: 'Selection rate of a group, divided by that of the reference group.',
              questions: [{ measure: 'disparate-impact' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Predictions with ground truth',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'groups',
              title: 'True positive rate of each group',
              description: 'Of those who deserve the favorable prediction, the share that gets it.',
              questions: [{ measure: 'true-positive-rate' }],
            },
            {
              kind: 'lines',
              title: 'Equal opportunity difference',
              description:
                'How far apart these rates are. Below zero, the group is worse off than the reference group.',
              questions: [{ measure: 'equal-opportunity-difference' }],
            },
          ],
        },
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'False positive rate of each group',
              description: 'Of those who do not deserve it, the share that gets the favorable prediction.',
              questions: [{ measure: 'false-positive-rate' }],
            },
            {
              kind: 'lines',
              title: 'Accuracy of each group',
              description: 'Whether the model knows one group less well than another.',
              questions: [{ measure: 'group-accuracy' }],
            },
          ],
        },
      ],
    },
    {
      title: 'What these rest on',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Predictions of each group',
              description: 'In the window. Groups that are too small have no value above.',
              questions: [{ measure: 'selection-rate', show: 'observations' }],
            },
            {
              kind: 'lines',
              title: 'Unknown group',
              description: 'Predictions about people whose group is missing or not in the profile.',
              questions: [{ measure: 'unknown-group-share' }],
            },
          ],
        },
      ],
    },
  ],
};
