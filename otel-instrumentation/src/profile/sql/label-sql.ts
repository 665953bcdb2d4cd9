import type { Dialect } from './dialect.ts';

/** Digits that tell doubles apart; texts of numbers that are longer stay as they are written. */
const MOST_DIGITS = 15;

const NUMBER = String.raw`[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?`;
const LEADING_ZERO = String.raw`[-+]?0[0-9]+(\.[0-9]*)?([eE][-+]?[0-9]+)?`;
const MIDNIGHT = String.raw`[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]00:00(:00(\.0+)?)?([Zz]|[-+]00(:?00)?)?`;

/**
 * Writes the SQL that brings texts of one value together before they are counted. It need not give their label, which is
 * what `canonicalText` makes of each result: only values that it leaves apart might be lost where a list is cut.
 */
export class LabelSql {
  readonly #dialect: Dialect;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  /** A column as a text without white space around it; NULL for a blank one. */
  text(column: string): string {
    const { textType } = this.#dialect;
    return `NULLIF(TRIM(CAST(${column} AS ${textType})), '')`;
  }

  /** Whether a trimmed text is a number that would lose a leading zero. */
  hasLeadingZeros(text: string): string {
    return this.#dialect.matches(text, LEADING_ZERO);
  }

  /** One text for the numbers, truth values and dates that are the same. */
  together(text: string): string {
    const { matches, finite, textType } = this.#dialect;
    // Adding zero makes −0 zero.
    const number = `CAST(${finite(text)} + 0 AS ${textType})`;
    return [
      `CASE WHEN LENGTH(${text}) <= ${MOST_DIGITS} AND ${matches(text, NUMBER)} THEN COALESCE(${number}, ${text})`,
      `WHEN LOWER(${text}) IN ('true', 'false') THEN LOWER(${text})`,
      `WHEN ${matches(text, MIDNIGHT)} THEN SUBSTR(${text}, 1, 10) ELSE ${text} END`,
    ].join(' ');
  }
}
