import type { DashboardContent } from './content.ts';

export const SERVING: DashboardContent = {
  id: 'serving',
  name: 'Serving',
  title: 'Model serving',
  description: 'Does the model answer, fast enough and without errors, on every replica?',
  variables: ['model', 'version'],
  several: ['version'],
  marked: ['latency-quantile'],
  rows: [
    {
      title: 'Now',
      lines: [
        {
          height: 4,
          panels: [
            {
              kind: 'now',
              title: 'Latency, 99th percentile',
              description: 'One prediction in a hundred takes longer.',
              questions: [{ measure: 'latency-quantile', quantile: 0.99 }],
            },
            {
              kind: 'now',
              title: 'Predictions per second',
              description: 'Of all replicas together.',
              questions: [{ measure: 'throughput' }],
            },
            {
              kind: 'now',
              title: 'Errors',
              description: 'Share of the calls that fail.',
              questions: [{ measure: 'error-share' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Over time',
      lines: [
        {
          height: 9,
          panels: [
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
            {
              kind: 'lines',
              title: 'Throughput',
              description: 'Predictions per second. During a deployment, one version takes over from the other.',
              questions: [{ measure: 'throughput' }],
            },
          ],
        },
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Errors',
              description: 'Share of the calls that fail.',
              questions: [{ measure: 'error-share' }],
            },
            {
              kind: 'lines',
              title: 'Errors by type',
              description: 'What the calls fail with, as the service names it.',
              questions: [{ measure: 'error-type-share' }],
            },
          ],
        },
      ],
    },
    {
      title: 'Replicas',
      lines: [
        {
          height: 9,
          panels: [
            {
              kind: 'lines',
              title: 'Latency of each replica, 99th percentile',
              description:
                'One replica that is slower than the others has a problem of its own: restart or replace it.',
              questions: [{ measure: 'latency-quantile', quantile: 0.99, byReplica: true }],
            },
            {
              kind: 'lines',
              title: 'Throughput of each replica',
              description: 'Replicas that get less than their share are slow or sit behind an uneven balancer.',
              questions: [{ measure: 'throughput', byReplica: true }],
            },
          ],
        },
      ],
    },
  ],
};
