import type { KnownOutcome } from '../service/outcome.ts';

interface Waiting {
  readonly target: string;
  readonly outcome: KnownOutcome;
  readonly due: number;
}

/** Outcomes that become known some time after their predictions, each by the replica that predicted. */
export class LateOutcomes {
  readonly #delayMs: number;
  // In the order of their time, since each waits equally long.
  #waiting: Waiting[] = [];

  constructor(delayMs: number) {
    this.#delayMs = delayMs;
  }

  add(target: string, outcome: KnownOutcome, now: number): void {
    this.#waiting.push({ target, outcome, due: now + this.#delayMs });
  }

  /** Takes those that are known by now, by replica. */
  take(now: number): ReadonlyMap<string, readonly KnownOutcome[]> {
    const first = this.#waiting.findIndex(({ due }) => due > now);
    const known = first < 0 ? this.#waiting : this.#waiting.slice(0, first);
    this.#waiting = first < 0 ? [] : this.#waiting.slice(first);
    const byTarget = Map.groupBy(known, ({ target }) => target);
    return new Map([...byTarget].map(([target, all]) => [target, all.map(({ outcome }) => outcome)]));
  }
}
