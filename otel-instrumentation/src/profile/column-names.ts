import { LONGEST_LABEL } from '@driftline/shared';
import type { Faults } from './faults.ts';

/**
 * Checks that each column has a name of its own that a label can hold; databases do not tell names apart that differ in
 * case only.
 *
 * @returns whether they do
 */
export function checkNames(shown: string, names: readonly (string | null)[], faults: Faults): boolean {
  const action = 'name each column once';
  const seen = new Map<string, string>();
  const reported = new Set<string>();
  let named = true;
  for (const [i, name] of names.entries()) {
    if (name === null || name.trim() === '') {
      named = false;
      faults.add(`Column ${i + 1} of ${shown} has no name: ${action}.`);
      continue;
    }
    if (name.length > LONGEST_LABEL) {
      named = false;
      faults.add(
        `Column ${i + 1} of ${shown} has a name of ${name.length} characters, and a label has at most ${LONGEST_LABEL}: shorten it.`,
      );
    }
    const folded = name.trim().toLowerCase();
    const earlier = seen.get(folded);
    if (earlier === undefined) {
      seen.set(folded, name);
      continue;
    }
    named = false;
    if (!reported.has(name)) {
      reported.add(name);
      faults.add(
        earlier === name
          ? `Two columns of ${shown} are called ${name}: ${action}.`
          : `Columns ${earlier} and ${name} of ${shown} differ only in ${earlier.toLowerCase() === name.toLowerCase() ? 'case' : 'white space'}: ${action}.`,
      );
    }
  }
  return named;
}
