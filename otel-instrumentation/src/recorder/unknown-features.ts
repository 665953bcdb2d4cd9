import { likelyName, type ReferenceProfile } from '@driftline/shared';
import { quoted } from '../values/quoted.ts';
import type { WarnOnce } from './warn-once.ts';

/** Later rows are not searched, to keep recording cheap. */
const ROWS_SEARCHED = 100;
const MOST_NAMES = 50;
const LONGEST_NAME = 200;

/** Looks for features that the profile does not have in the first rows, and warns once of each. */
export class UnknownFeatures {
  readonly names = new Set<string>();
  readonly #known: ReadonlySet<string>;
  readonly #features: readonly string[];
  readonly #warnings: WarnOnce;
  #searched = 0;

  constructor(profile: ReferenceProfile, warnings: WarnOnce) {
    this.#warnings = warnings;
    this.#features = profile.features.map((feature) => feature.name);
    this.#known = new Set([
      ...this.#features,
      ...(profile.excluded ?? []),
      ...profile.groups.flatMap((group) => group.of ?? [group.attribute]),
      ...(profile.segments ?? []).map(({ attribute }) => attribute),
    ]);
  }

  /** @returns whether further rows are searched */
  inspect(row: unknown): boolean {
    if (this.#searched >= ROWS_SEARCHED) return false;
    if (typeof row !== 'object' || row === null) return true;
    this.#searched++;
    for (const name of Object.keys(row)) {
      if (this.#known.has(name) || this.names.size >= MOST_NAMES) continue;
      const short = name.slice(0, LONGEST_NAME);
      this.names.add(short);
      const likely = likelyName(short, this.#features);
      this.#warnings.warn(
        `unknown ${short}`,
        `feature ${JSON.stringify(short)} is not in the profile and is not recorded: ` +
          (likely === undefined
            ? 'add it with `driftline profile` if it should be.'
            : `${quoted(likely)} is likely meant. Use the name of the profile, or add it with \`driftline profile\`.`),
      );
    }
    return true;
  }
}
