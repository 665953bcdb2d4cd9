import type { CountMemory } from './count-memory.ts';
import { HistogramAccumulation } from './histogram-accumulation.ts';

const [MINUTE, HOUR, DAY] = [60, 3600, 86_400];

/** Upper bounds in seconds, from clicks that come at once to loans that are paid back after months. */
const BOUNDARIES = [
  1,
  10,
  MINUTE,
  5 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  30 * DAY,
];

/** Delays have no reference: one beyond a million days is no delay. */
const NO_REFERENCE = { mean: 0, standardDeviation: DAY };

/** How long outcomes took to come after their predictions, in seconds. */
export function outcomeDelays(memory?: CountMemory): HistogramAccumulation {
  return new HistogramAccumulation(BOUNDARIES, NO_REFERENCE, memory);
}
