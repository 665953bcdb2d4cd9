import { isList } from '../values/is-list.ts';
import { CountMemory } from './count-memory.ts';

/** Items of one ranking at most: more are no list that somebody is shown. */
export const MOST_RANKED = 10_000;

/** Sums of one cutoff. */
const [GAINS, HITS, PER_CUTOFF] = [0, 1, 2];

/** Rankings and those that are none, counted from the end of the counts. */
const [RANKINGS, INVALID, SUMS] = [2, 1, 2];

/** How good rankings are in their first places, for each cutoff. */
export class RankingCounts {
  /** How many of the first places count. */
  readonly cutoffs: readonly number[];
  readonly #counts: Float64Array;

  constructor(cutoffs: readonly number[], memory = new CountMemory()) {
    this.cutoffs = cutoffs;
    this.#counts = memory.take(cutoffs.length === 0 ? 0 : PER_CUTOFF * cutoffs.length + SUMS);
  }

  /**
   * Counts one ranking. One that is no list, that is empty or longer than {@link MOST_RANKED}, or that holds anything but
   * numbers from 0 on and truth values is counted as invalid.
   *
   * @param relevance - of each item, in the order in which they were served
   */
  record(relevance: unknown): void {
    if (this.cutoffs.length === 0) return;
    const gains = gainsOf(relevance);
    const end = this.#counts.length;
    if (gains === undefined) {
      this.#add(end - INVALID, 1);
      return;
    }
    this.#add(end - RANKINGS, 1);
    const ideal = Float64Array.from(gains).sort().reverse();
    this.cutoffs.forEach((cutoff, i) => {
      const best = discounted(ideal, cutoff);
      // As scikit-learn has it, a ranking without anything relevant gains nothing.
      this.#add(PER_CUTOFF * i + GAINS, best > 0 ? discounted(gains, cutoff) / best : 0);
      if (gains.subarray(0, cutoff).some((gain) => gain > 0)) this.#add(PER_CUTOFF * i + HITS, 1);
    });
  }

  /** Sum of the normalized discounted cumulative gains at the `i`-th cutoff. */
  gainsAt(i: number): number {
    return this.#counts[PER_CUTOFF * i + GAINS] as number;
  }

  /** Rankings with anything relevant up to the `i`-th cutoff. */
  hitsAt(i: number): number {
    return this.#counts[PER_CUTOFF * i + HITS] as number;
  }

  /** Rankings that were counted. */
  get rankings(): number {
    return this.#counts[this.#counts.length - RANKINGS] ?? 0;
  }

  /** What was given as a ranking and is none. */
  get invalid(): number {
    return this.#counts[this.#counts.length - INVALID] ?? 0;
  }

  #add(at: number, amount: number): void {
    this.#counts[at] = (this.#counts[at] as number) + amount;
  }
}

/** Relevances as numbers; undefined where they are no ranking. */
function gainsOf(relevance: unknown): Float64Array | undefined {
  try {
    return readGains(relevance);
  } catch {
    // A list of getters may throw.
    return undefined;
  }
}

function readGains(relevance: unknown): Float64Array | undefined {
  if (!isList(relevance) || relevance.length === 0 || relevance.length > MOST_RANKED) return undefined;
  const gains = new Float64Array(relevance.length);
  for (let i = 0; i < gains.length; i++) {
    const value = relevance[i];
    const gain = typeof value === 'boolean' ? Number(value) : value;
    // Above it, a sum of a ranking may not be finite.
    if (typeof gain !== 'number' || !(gain >= 0 && gain <= Number.MAX_VALUE / MOST_RANKED)) return undefined;
    gains[i] = gain;
  }
  return gains;
}

/** Source: scikit-learn, dcg_score: Σ gain_i / log2(i + 1) over the places i = 1 … cutoff. */
function discounted(gains: Float64Array, cutoff: number): number {
  let sum = 0;
  for (let i = 0; i < gains.length && i < cutoff; i++) sum += (gains[i] as number) / Math.log2(i + 2);
  return sum;
}
