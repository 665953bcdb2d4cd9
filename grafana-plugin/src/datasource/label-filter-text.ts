import type { Matcher } from '@driftline/shared';

/** Conditions on labels as a person reads them; those without a label are not typed yet. */
export function labelFilterText(filters: readonly Matcher[] = []): string {
  return filters
    .filter(({ label }) => label !== '')
    .map(({ label, operator, value }) => `${label}${operator}"${value}"`)
    .join(', ');
}
