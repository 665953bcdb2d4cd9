import type { ReferenceProfile } from '@driftline/shared';
import type { WarnOnce } from './warn-once.ts';

/** Later rows are not searched, to keep recording cheap. */
const ROWS_SEARCHED = 100;
const MOST_NAMES = 50;
const LONGEST_NAME = 200;

/** Looks for features that the profile does not have in the first rows, and warns once of each. */
export class UnknownFeatures {
  readonly names = new Set<string>();
  readonly #known: ReadonlySet<string>;
  readonly #warnings: WarnOnce;
  #searched = 0;

  constructor(profile: ReferenceProfile, warnings: WarnOnce) {
    this.#warnings = warnings;
    this.#known = new Set([
      ...profile.features.map((feature) => feature.name),
      ...(profile.excluded ?? []),
      ...profile.groups.flatMap((group) => group.of ?? [group.attribute]),
    ]);
  }

  inspect(row: unknown): void {
    if (this.#searched >= ROWS_SEARCHED || typeof row !== 'object' || row === null) return;
    this.#searched++;
    for (const name of Object.keys(row)) {
      if (this.#known.has(name) || this.names.size >= MOST_NAMES) continue;
      const short = name.slice(0, LONGEST_NAME);
      this.names.add(short);
      this.#warnings.warn(
        `unknown ${short}`,
        `feature ${JSON.stringify(short)} is not in the profile and is not recorded: ` +
          'add it with `driftline profile` if it should be.',
      );
    }
  }
}
