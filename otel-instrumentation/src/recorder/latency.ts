import type { CountMemory } from './count-memory.ts';
import { ErrorTypes } from './error-types.ts';
import { HistogramAccumulation } from './histogram-accumulation.ts';

/**
 * Upper bounds in seconds, from half a millisecond (trees in process) to ten seconds (large models). 0.2 is the
 * default threshold, so that the share above it is exact.
 */
const BOUNDARIES = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2.5, 5, 10,
];

/** Durations have no reference: one beyond eleven days is no duration. */
const NO_REFERENCE = { mean: 0, standardDeviation: 0 };

/** How long calls took, in seconds, apart by whether and how they failed. */
export class Latency {
  /** Calls that succeeded. */
  readonly succeeded: HistogramAccumulation;
  readonly #failed = new Map<string, HistogramAccumulation>();
  readonly #errorTypes = new ErrorTypes();

  constructor(memory?: CountMemory) {
    this.succeeded = new HistogramAccumulation(BOUNDARIES, NO_REFERENCE, memory);
  }

  /** Calls that failed, by the class of their error, as soon as there is one; a few at most. */
  get failed(): ReadonlyMap<string, HistogramAccumulation> {
    return this.#failed;
  }

  /** @param seconds - anything but a finite number that is not negative is left out */
  record(seconds: unknown): void {
    if (isDuration(seconds)) this.succeeded.add(seconds);
  }

  recordFailure(seconds: unknown, error: unknown): void {
    if (!isDuration(seconds)) return;
    const type = this.#errorTypes.nameOf(error);
    let durations = this.#failed.get(type);
    if (durations === undefined) {
      durations = new HistogramAccumulation(BOUNDARIES, NO_REFERENCE);
      this.#failed.set(type, durations);
    }
    durations.add(seconds);
  }
}

function isDuration(seconds: unknown): seconds is number {
  return typeof seconds === 'number' && seconds >= 0 && seconds < Infinity;
}
