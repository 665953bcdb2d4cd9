import type { DashboardContent } from './content.ts';

/** What the app brings to start with: a little of everything about one model. */
export const MODEL: DashboardContent = {
  id: 'model',
  name: 'Model',
  title: 'Driftline: model',
  description: 'Drift, fairness, data quality and latency of one model.',
  variables: ['model', 'feature'],
  several: ['feature'],
  marked: ['psi'],
  rows: [
    {
      lines: [
        {
          height: 11,
          panels: [
            {
              kind: 'lines',
              title: 'Drift of each feature',
              description: 'How far each feature is from its training data.',
              questions: [{ measure: 'psi' }],
              weight: 13,
            },
            {
              kind: 'distribution',
              title: 'Distribution',
              description: 'Which bins moved: those that contribute most to the PSI.',
              questions: [{ measure: 'psi' }],
              weight: 11,
            },
          ],
        },
        {
          height: 9,
          panels: [
            {
              kind: 'groups',
              title: 'Selection rate by group',
              description: 'Share of each group that receives the favorable prediction.',
              questions: [{ measure: 'selection-rate' }],
            },
            {
              kind: 'lines',
              title: 'Missing values',
              description: 'How much more of each feature is missing than in the training data.',
              questions: [{ measure: 'missing-share', show: 'excess' }],
            },
            {
              kind: 'lines',
              title: 'Latency',
              description: 'Median, 95th and 99th percentile of the time that a prediction takes.',
              questions: [
                { measure: 'latency-quantile', quantile: 0.5 },
                { measure: 'latency-quantile', quantile: 0.95 },
                { measure: 'latency-quantile', quantile: 0.99 },
              ],
            },
          ],
        },
      ],
    },
  ],
};
