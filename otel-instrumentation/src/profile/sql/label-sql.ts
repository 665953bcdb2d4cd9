import { hasLeadingZeros, numberOfText } from '@driftline/shared';
import type { Dialect } from './dialect.ts';

/** Digits that a double holds; longer whole numbers keep theirs. */
const MOST_DIGITS = 15;

const NUMBER = String.raw`[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?`;
const WHOLE = String.raw`[-+]?[0-9]+(\.0*)?`;
const LEADING_ZERO = String.raw`[-+]?0[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?`;
const DAY = '[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]';
const UTC = '([Zz]|[-+]00(:?00)?)?';
const MIDNIGHT = String.raw`${DAY}00:00(:00(\.0*)?)?${UTC}`;
const TIME = String.raw`${DAY}[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]*)?)?${UTC}`;

/**
 * Writes the SQL that brings texts of one value together before they are counted. It need not give their label, which is
 * what `canonicalText` makes of each result: only values that it leaves apart might be lost where a list is cut.
 */
export class LabelSql {
  readonly #dialect: Dialect;
  readonly #missing: readonly string[];
  /** Marks that are numbers, as SQL. */
  readonly #missingNumbers: string;

  /** @param missing - texts that mean a missing value, besides blank ones and "nan" */
  constructor(dialect: Dialect, missing: readonly string[] = []) {
    this.#dialect = dialect;
    this.#missing = missing.map((mark) => mark.trim());
    this.#missingNumbers = this.#missing
      .filter((mark) => Number.isFinite(numberOfText(mark)) && !hasLeadingZeros(mark))
      .map((mark) => `CAST(${dialect.text(mark)} AS ${dialect.numberType})`)
      .join(', ');
  }

  /** A text without white space around it; NULL for one that means a missing value. */
  trimmed(text: string): string {
    return `CASE WHEN ${this.isPresent(text)} THEN ${this.#dialect.trim(text)} END`;
  }

  /** Whether a text is a value: live ones are missing by the same rule. */
  isPresent(text: string): string {
    const { trim, finite } = this.#dialect;
    const nulls = ['', 'nan', 'NaN', ...this.#missing].map(this.#dialect.text).join(', ');
    const isText = `${trim(text)} NOT IN (${nulls})`;
    if (this.#missingNumbers === '') return isText;
    return `${isText} AND NOT COALESCE((${finite(text)}) IN (${this.#missingNumbers}), FALSE)`;
  }

  /** A column as a finite number; NULL for all else. */
  number(column: string): string {
    const number = this.#dialect.finite(column);
    return this.#missingNumbers === ''
      ? number
      : `CASE WHEN (${number}) NOT IN (${this.#missingNumbers}) THEN ${number} END`;
  }

  /** Whether a trimmed text is a number that would lose a leading zero. */
  hasLeadingZeros(text: string): string {
    return this.#dialect.matches(text, LEADING_ZERO);
  }

  /** One text for the numbers, truth values and dates that are the same. */
  together(text: string): string {
    const { matches, without, finite, textType } = this.#dialect;
    // Adding zero makes −0 zero.
    const number = `CAST(${finite(text)} + 0 AS ${textType})`;
    const clock = without(without(`SUBSTR(${text}, 12)`, `${UTC}$`), String.raw`\.0*$`);
    return [
      `CASE WHEN LENGTH(${text}) <= ${MOST_DIGITS} AND ${matches(text, NUMBER)} THEN COALESCE(${number}, ${text})`,
      `WHEN ${matches(text, WHOLE)} THEN ${without(text, String.raw`^\+|\.0*$`)}`,
      `WHEN LOWER(${text}) IN ('true', 'false') THEN LOWER(${text})`,
      `WHEN ${matches(text, MIDNIGHT)} THEN SUBSTR(${text}, 1, 10)`,
      `WHEN ${matches(text, TIME)} THEN SUBSTR(${text}, 1, 10) || 'T' || ${clock} ELSE ${text} END`,
    ].join(' ');
  }
}
