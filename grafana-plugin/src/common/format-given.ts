import { language } from './translations.ts';

/** A number as somebody gave it, such as a limit: with all of its digits, and the decimal sign of the language. */
export function formatGiven(value: number): string {
  return value.toLocaleString(language(), { maximumSignificantDigits: 21, useGrouping: false });
}
