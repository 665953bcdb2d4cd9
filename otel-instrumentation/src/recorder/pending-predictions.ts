import { canonicalText, hasLeadingZeros, type OutcomeProblem } from '@driftline/shared';
import type { Predicted } from './outcome-counts.ts';

/** Identifies a prediction until its outcome comes: 1, 1n and `1` are the same. */
export type PredictionId = string | number | bigint;

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
  readonly #pending = new Map<string, Pending>();

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
  remember(id: PredictionId, prediction: number, groups: ArrayLike<number>, now = performance.now()): void {
    const key = this.#limit === 0 ? undefined : keyOf(id);
    if (key === undefined) return;
    this.#pending.delete(key);
    this.forgetOld(now);
    if (this.#pending.size >= this.#limit) this.#forgetFirst('evicted');
    this.#pending.set(key, { prediction, groups, since: now });
  }

  /** Returns a prediction and forgets it; undefined when it is not known. */
  take(id: unknown, now = performance.now()): Predicted | undefined {
    this.forgetOld(now);
    const key = keyOf(id);
    if (key === undefined) return undefined;
    const pending = this.#pending.get(key);
    this.#pending.delete(key);
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

/** The one text of an identifier, whichever type it comes in; undefined for what is none. */
function keyOf(id: unknown): string | undefined {
  if (typeof id === 'string') {
    if (id.length > LONGEST_ID) return undefined;
  } else if (typeof id !== 'number' && typeof id !== 'bigint') {
    return undefined;
  }
  // The orders 007 and 7 are two.
  const key = canonicalText(id, typeof id === 'string' && hasLeadingZeros(id) ? 'verbatim' : 'number');
  return key === '' ? undefined : key;
}
