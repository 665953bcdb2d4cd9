/** Two names that are the same but for case and separators, such as `hours_per_week` and `hoursPerWeek`. */
export interface SimilarNames {
  /** As the service passes it. */
  readonly passed: string;
  /** As the profile has it. */
  readonly inProfile: string;
}

/** Pairs each name that the profile does not have with the feature that is likely meant. */
export function similarNames(unknown: Iterable<string>, absent: readonly string[]): SimilarNames[] {
  const byKey = new Map(absent.map((name) => [keyOf(name), name]));
  return [...unknown].flatMap((passed) => {
    const key = keyOf(passed);
    const inProfile = key === '' ? undefined : byKey.get(key);
    return inProfile === undefined ? [] : [{ passed, inProfile }];
  });
}

/** Letters and digits alone, in one case and one form. */
function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Changes of one character by which a name may be misspelled: one for every four characters, two at most. */
const mostChanges = (name: string): number => Math.min(2, Math.floor(name.length / 4));

/**
 * The name that is likely meant by one that is not among `names`; undefined if none is near.
 *
 * @param least - changes that even a short name may have
 */
export function likelyName(name: string, names: readonly string[], least = 0): string | undefined {
  const [same] = similarNames([name], names);
  if (same !== undefined) return same.inProfile;
  const near = names
    .map((each) => ({ each, changes: changesBetween(keyOf(name), keyOf(each)) }))
    .filter(({ each, changes }) => changes <= Math.max(least, mostChanges(each)))
    .sort((a, b) => a.changes - b.changes);
  return near[0]?.each;
}

/** Optimal string alignment distance: characters that are inserted, left out, replaced, or swapped with their neighbor. */
function changesBetween(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, i) => i)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= one.length; i++) {
    rows.push([i]);
    for (let j = 1; j <= other.length; j++) {
      const replaced = at(i - 1, j - 1) + Number(one[i - 1] !== other[j - 1]);
      const isSwap = one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const swapped = isSwap ? at(i - 2, j - 2) + 1 : Infinity;
      rows[i]?.push(Math.min(replaced, swapped, at(i - 1, j) + 1, at(i, j - 1) + 1));
    }
  }
  return at(one.length, other.length);
}
