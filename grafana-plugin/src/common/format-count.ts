import { language } from './translations.ts';

/** A count in full, with the separators of the language. */
export function formatCount(count: number): string {
  return Math.round(count).toLocaleString(language());
}
