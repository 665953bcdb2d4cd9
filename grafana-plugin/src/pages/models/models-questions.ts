import type { Questions } from '../scenes/measure-queries.ts';
import { WATCHED } from '../values/measures.ts';

/** What the table of all models asks, in one request: each measure that is watched, and the traffic. */
export const TABLE_QUESTIONS: Questions = Object.fromEntries(
  [...WATCHED.map(({ id }) => id), 'throughput', 'error-share'].map((measure) => [
    measure,
    { measure, format: 'table' },
  ]),
);

/** Predictions per second of each version over time, for the sparklines. */
export const TREND_QUESTIONS: Questions = { throughput: { measure: 'throughput' } };
