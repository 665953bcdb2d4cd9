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
