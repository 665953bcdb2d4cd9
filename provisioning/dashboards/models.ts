import type { DashboardContent } from './content.ts';

export const MODELS: DashboardContent = {
  id: 'models',
  name: 'Models',
  title: 'Models',
  description: 'Which model needs attention, and of which kind?',
  variables: ['model'],
  several: ['model'],
  marked: ['missing-share', 'accuracy-drop', 'disparate-impact'],
  rows: [
    {
      title: 'All models',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'map',
              title: 'Drift of all features',
              description: 'Each row is a feature of a model.',
              questions: [{ measure: 'psi' }],
            },
            {
              kind: 'lines',
              title: 'Predictions per second',
              description: 'A line that ends is a model that no longer reports; a new one is a new version.',
              questions: [{ measure: 'throughput' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Against their limits',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Drift of the predictions',
              description: 'How far what the model says is from what it said of the training data.',
              questions: [{ measure: 'psi', of: { kind: 'prediction' } }],
            },
            {
              kind: 'lines',
              title: 'Missing values',
              description: 'How much more of a feature is missing than in the training data.',
              questions: [{ measure: 'missing-share', show: 'excess' }],
            },
            {
              kind: 'lines',
              title: 'Accuracy drop',
              description:
                'Accuracy in the training data minus accuracy now. Models without ground truth have no line.',
              questions: [{ measure: 'accuracy-drop' }],
            },
          ],
        },
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Disparate impact',
              description: 'Selection rate of a group, divided by that of the reference group.',
              questions: [{ measure: 'disparate-impact' }],
            },
            {
              kind: 'lines',
              title: 'Latency, 99th percentile',
              description: 'One prediction in a hundred takes longer.',
              questions: [{ measure: 'latency-quantile', quantile: 0.99 }],
            },
            {
              kind: 'lines',
              title: 'Errors',
              description: 'Share of the calls that fail.',
              questions: [{ measure: 'error-share' }],
            },
          ],
        },
      ],
    },
  ],
};
