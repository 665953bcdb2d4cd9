import type { DashboardContent } from './content.ts';

export const DRIFT: DashboardContent = {
  id: 'drift',
  name: 'Drift',
  title: 'Model drift',
  description: 'Has the population changed since the training, in which feature, and where in its distribution?',
  variables: ['model', 'version', 'feature'],
  several: ['version', 'feature'],
  marked: ['psi'],
  rows: [
    {
      title: 'Features',
      lines: [
        {
          height: 10,
          panels: [
            {
              kind: 'map',
              title: 'Drift of the features',
              description: 'Look here first: which feature drifts.',
              questions: [{ measure: 'psi' }],
            },
            {
              kind: 'lines',
              title: 'PSI of each feature',
              description: 'How far each feature is from its training data.',
              questions: [{ measure: 'psi' }],
            },
          ],
        },
        {
          height: 10,
          panels: [
            {
              kind: 'distribution',
              title: 'Distribution',
              description: 'Which bins moved: those that contribute most to the PSI.',
              questions: [{ measure: 'psi' }],
            },
            {
              kind: 'lines',
              title: 'Mean shift',
              description: 'Which way a numeric feature moved.',
              questions: [{ measure: 'mean-shift' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Predictions',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'distribution',
              title: 'Distribution of the predictions',
              description: 'What the model says now, beside what it said of the training data.',
              questions: [{ measure: 'psi', of: { kind: 'prediction' } }],
            },
            {
              kind: 'lines',
              title: 'PSI of the predictions',
              description:
                'Features that drift matter most when the predictions do. Predictions that drift alone point to the model.',
              questions: [{ measure: 'psi', of: { kind: 'prediction' } }],
            },
          ],
        },
      ],
    },
  ],
};
