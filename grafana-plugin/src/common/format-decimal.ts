import { language } from './translations.ts';

/** A number with so many digits after the decimal sign of the language. */
export function formatDecimal(value: number, digits: number): string {
  return value.toLocaleString(language(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    useGrouping: false,
  });
}
