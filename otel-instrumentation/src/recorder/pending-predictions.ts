import type { OutcomeProblem } from '@driftline/shared';
import type { Predicted } from './outcome-counts.ts';

/** Identifies a prediction until its outcome comes. */
export type PredictionId = string | number;

/** Longer texts are no identifiers, and would let a caller fill the memory. */
const LONGEST_ID = 256;

interface Pending extends Predicted {
  /** When it was remembered, in milliseconds. */
  readonly since: number;
}

/**
 * Predictions that wait for their outcomes: bounded in number and in age, and what is forgotten is counted. All live
 * equally long, so the oldest is always the first and forgetting needs no search.
 */
export class PendingPredictions {
  readonly #limit: number;
  readonly #timeToLive: number;
  readonly #forgot: (problem: OutcomeProblem) => void;
  readonly #pending = new Map<PredictionId, Pending>();

  /**
   * @param limit - predictions remembered at once
   * @param timeToLive - milliseconds for which one is remembered
   * @param forgot - called for every prediction that is forgotten before its outcome
   */
  constructor(limit: number, timeToLive: number, forgot: (problem: OutcomeProblem) => void) {
    this.#limit = limit;
    this.#timeToLive = timeToLive;
    this.#forgot = forgot;
  }

  /** Remembers a prediction; one of the same identifier replaces the earlier one. */
  remember(id: PredictionId, prediction: unknown, groups: ArrayLike<number>, now = performance.now()): void {
    if (this.#limit === 0 || !isId(id)) return;
    this.#pending.delete(id);
    this.forgetOld(now);
    if (this.#pending.size >= this.#limit) this.#forgetFirst('evicted');
    this.#pending.set(id, { prediction, groups, since: now });
  }

  /** Returns a prediction and forgets it; undefined when it is not known. */
  take(id: unknown, now = performance.now()): Predicted | undefined {
    this.forgetOld(now);
    const pending = isId(id) ? this.#pending.get(id) : undefined;
    if (pending !== undefined) this.#pending.delete(id as PredictionId);
    return pending;
  }

  /** Forgets what is too old. */
  forgetOld(now = performance.now()): void {
    for (const { since } of this.#pending.values()) {
      if (now - since <= this.#timeToLive) return;
      this.#forgetFirst('expired');
    }
  }

  #forgetFirst(problem: OutcomeProblem): void {
    const [first] = this.#pending.keys();
    if (first === undefined) return;
    this.#pending.delete(first);
    this.#forgot(problem);
  }
}

function isId(id: unknown): id is PredictionId {
  return (typeof id === 'string' && id.length > 0 && id.length <= LONGEST_ID) || typeof id === 'number';
}
