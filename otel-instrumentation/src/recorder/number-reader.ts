import { canonicalText, numberOfText } from '@driftline/shared';

/** Reads values as numbers, and knows the marks that mean a missing one. */
export class NumberReader {
  /** Numbers that mean a missing value; undefined if there are none, which costs nothing then. */
  readonly missingNumbers: ReadonlySet<number> | undefined;
  readonly #missingTexts: ReadonlySet<string | undefined>;

  /** @param missing - texts that mean a missing value */
  constructor(missing: readonly string[] = []) {
    const numbers = missing.map(numberOfText).filter((number) => !Number.isNaN(number));
    this.missingNumbers = numbers.length === 0 ? undefined : new Set(numbers);
    this.#missingTexts = new Set(['', ...missing.map((mark) => canonicalText(mark, 'number'))]);
  }

  /**
   * The finite number that a value is, or that a text or a `bigint` holds.
   *
   * @returns undefined for a missing value: null, undefined, NaN, an empty text, a mark; NaN for what is no number
   */
  read(value: unknown): number | undefined {
    if (typeof value === 'number') {
      if (value - value === 0) return this.missingNumbers?.has(value) === true ? undefined : value;
      return Number.isNaN(value) ? undefined : NaN;
    }
    if (this.#missingTexts.has(canonicalText(value, 'number'))) return undefined;
    const number = typeof value === 'string' ? numberOfText(value) : typeof value === 'bigint' ? Number(value) : NaN;
    return Number.isFinite(number) ? number : NaN;
  }
}
