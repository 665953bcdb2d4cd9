import { canonicalText, hasLeadingZeros, type OutcomeProblem } from '@driftline/shared';
import type { Predicted } from './outcome-counts.ts';
import { SlotLists } from './slot-lists.ts';
import { NO_SLOT, SlotTable } from './slot-table.ts';
import { TextHash } from './text-hash.ts';
import { withRoomFor } from './with-room-for.ts';

/** Identifies a prediction until its outcome comes: 1, 1n and `1` are the same. */
export type PredictionId = string | number | bigint;

/** Longer texts are no identifiers, and would take long to read. */
const LONGEST_ID = 256;

/** Lists of slots: free ones, predictions that wait, and those that have their outcome. */
const [FREE, WAITING, ANSWERED, LISTS] = [0, 1, 2, 3] as const;

/** Predictions that there is room for at first; it doubles as they come. */
const FIRST_ROOM = 1024;

/** A prediction whose outcome has come. */
interface TakenPrediction extends Predicted {
  /** Seconds that it waited. */
  readonly delay: number;
}

interface PendingOptions {
  /** Predictions remembered at once. */
  readonly limit: number;
  /** Milliseconds for which one is remembered. */
  readonly timeToLive: number;
  /** Number of groups of each prediction. */
  readonly groups: number;
  /** Number of scores of each prediction. */
  readonly scores: number;
  /** Called for every prediction that is forgotten before its outcome. */
  readonly forgot: (problem: OutcomeProblem) => void;
}

/**
 * Predictions that wait for their outcomes: bounded in number and in age, and what is forgotten is counted. All live
 * equally long, so the oldest is always the first and forgetting needs no search.
 *
 * A prediction that has its outcome stays known while there is room, so that an outcome that comes twice, as from a queue
 * that delivers at least once, is told from one that matches nothing.
 *
 * Each prediction is a slot of typed arrays, about 55 bytes, 4 for each group and 8 for each score. Identifiers are kept as hashes: a text that was cut out of a
 * request would keep the whole request alive, and a million texts would be walked by every garbage collection.
 */
export class PendingPredictions {
  readonly #limit: number;
  readonly #timeToLive: number;
  readonly #groups: number;
  readonly #scores: number;
  readonly #forgot: (problem: OutcomeProblem) => void;
  readonly #hash = new TextHash();
  readonly #table = new SlotTable();
  readonly #lists = new SlotLists(LISTS);
  #capacity: number = LISTS;
  /** By slot: the class or number, since when it is in its list in milliseconds, and its groups. */
  #predictions: Float64Array = new Float64Array(0);
  #since: Float64Array = new Float64Array(0);
  #groupIndexes: Int32Array = new Int32Array(0);
  #scoreValues: Float64Array = new Float64Array(0);
  /** Groups and scores of the prediction that was taken last. */
  readonly #taken: Int32Array;
  readonly #takenScores: Float64Array;

  constructor({ limit, timeToLive, groups, scores, forgot }: PendingOptions) {
    this.#limit = limit;
    this.#timeToLive = timeToLive;
    this.#groups = groups;
    this.#scores = scores;
    this.#taken = new Int32Array(groups);
    this.#takenScores = new Float64Array(scores);
    this.#forgot = forgot;
  }

  /** Remembers a prediction; one of the same identifier replaces the earlier one. */
  remember(
    id: PredictionId,
    prediction: number,
    groups: ArrayLike<number>,
    scores: ArrayLike<number>,
    now = performance.now(),
  ): void {
    const key = this.#limit < 1 ? undefined : keyOf(id);
    if (key === undefined) return;
    this.forgetOld(now);
    const slot = this.#slotFor(key);
    this.#predictions[slot] = prediction;
    for (let i = 0; i < this.#groups; i++) this.#groupIndexes[slot * this.#groups + i] = groups[i] as number;
    for (let i = 0; i < this.#scores; i++) this.#scoreValues[slot * this.#scores + i] = scores[i] as number;
    this.#move(slot, WAITING, now);
  }

  /**
   * Returns a prediction, which then has its outcome. Its groups and scores are valid until the next call.
   *
   * @returns what is wrong when it is not known (`unmatched`) or has its outcome already (`repeated`)
   */
  take(id: unknown, now = performance.now()): TakenPrediction | 'unmatched' | 'repeated' {
    this.forgetOld(now);
    const key = keyOf(id);
    const slot = key === undefined ? NO_SLOT : this.#find(key);
    if (slot === NO_SLOT) return 'unmatched';
    if (this.#lists.listOf(slot) === ANSWERED) return 'repeated';
    const delay = (now - (this.#since[slot] as number)) / 1000;
    this.#move(slot, ANSWERED, now);
    for (let i = 0; i < this.#groups; i++) this.#taken[i] = this.#groupIndexes[slot * this.#groups + i] as number;
    for (let i = 0; i < this.#scores; i++) this.#takenScores[i] = this.#scoreValues[slot * this.#scores + i] as number;
    return { prediction: this.#predictions[slot] as number, groups: this.#taken, scores: this.#takenScores, delay };
  }

  /** Forgets what is too old. */
  forgetOld(now = performance.now()): void {
    while (this.#isFirstOld(WAITING, now)) this.#forgetFirst(WAITING, 'expired');
    while (this.#isFirstOld(ANSWERED, now)) this.#forgetFirst(ANSWERED);
  }

  #isFirstOld(list: number, now: number): boolean {
    const first = this.#lists.first(list);
    return first !== list && now - (this.#since[first] as number) > this.#timeToLive;
  }

  #forgetFirst(list: number, problem?: OutcomeProblem): void {
    const slot = this.#lists.first(list);
    this.#table.remove(slot);
    this.#move(slot, FREE, 0);
    if (problem !== undefined) this.#forgot(problem);
  }

  #move(slot: number, list: number, now: number): void {
    this.#lists.remove(slot);
    this.#lists.append(list, slot);
    this.#since[slot] = now;
  }

  /** The slot of an identifier, or `NO_SLOT`; its hash is the latest then. */
  #find(key: string): number {
    this.#hash.take(key);
    return this.#table.find(this.#hash.high, this.#hash.low);
  }

  /** The slot of an earlier prediction with the same identifier, or else a free one. */
  #slotFor(key: string): number {
    const known = this.#find(key);
    if (known !== NO_SLOT) {
      if (this.#lists.listOf(known) === WAITING) this.#forgot('replaced');
      return known;
    }
    if (this.#table.size + 1 > this.#limit) {
      if (this.#lists.first(ANSWERED) !== ANSWERED) this.#forgetFirst(ANSWERED);
      else this.#forgetFirst(WAITING, 'evicted');
    }
    if (this.#lists.first(FREE) === FREE) this.#grow();
    const slot = this.#lists.first(FREE);
    this.#table.add(slot, this.#hash.high, this.#hash.low);
    return slot;
  }

  #grow(): void {
    const used = this.#capacity;
    const capacity = LISTS + Math.min(Math.max(FIRST_ROOM, 2 * (used - LISTS)), Math.floor(this.#limit));
    this.#predictions = withRoomFor(this.#predictions, capacity);
    this.#since = withRoomFor(this.#since, capacity);
    this.#groupIndexes = withRoomFor(this.#groupIndexes, capacity * this.#groups);
    this.#scoreValues = withRoomFor(this.#scoreValues, capacity * this.#scores);
    this.#table.grow(capacity);
    this.#lists.grow(capacity);
    this.#capacity = capacity;
    for (let slot = used; slot < capacity; slot++) this.#lists.append(FREE, slot);
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
