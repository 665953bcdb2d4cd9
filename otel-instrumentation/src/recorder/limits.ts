import { DEFAULT_MINIMUM_GROUP_SIZE } from '@driftline/shared';

/** Bounds on what a monitor keeps and on the series that it exports. */
export interface Limits {
  /** Standard deviations from the reference mean beyond which a value is an outlier; default: 4. */
  readonly outlierLimit?: number;
  /** Classes, and groups of an attribute, that get a label of their own, the rest being `other`; default: 100. */
  readonly maximumLabels?: number;
  /**
   * Training rows below which a group counts as `other`, and predictions or outcomes below which a group is exported as
   * zero, so that nobody is identified in it; default: 10, or what the profile says if that is more.
   */
  readonly minimumGroupSize?: number;
  /** Predictions that wait for their outcome at once, 0 for none; default: 100,000. */
  readonly maximumPending?: number;
  /** Milliseconds for which a prediction waits for its outcome; default: an hour. */
  readonly pendingTimeToLiveMs?: number;
  /** How many of the first places of a ranking count, such as 5 and 10, five of them at most; default: none. */
  readonly rankingCutoffs?: readonly number[];
}

const MOST_CUTOFFS = 5;

const DEFAULTS: Required<Limits> = {
  outlierLimit: 4,
  maximumLabels: 100,
  minimumGroupSize: DEFAULT_MINIMUM_GROUP_SIZE,
  maximumPending: 100_000,
  pendingTimeToLiveMs: 3_600_000,
  rankingCutoffs: [],
};

/**
 * The limits with everything that was left out.
 *
 * @throws {RangeError} for a limit that is not a number, or negative, and for places that are none
 */
export function limitsFrom(given: Limits): Required<Limits> {
  const { rankingCutoffs, ...numbers } = DEFAULTS;
  const limits: { -readonly [name in keyof typeof numbers]: number } = { ...numbers };
  for (const name of Object.keys(numbers) as (keyof typeof numbers)[]) {
    const value: unknown = given[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value >= 0)) {
      throw new RangeError(
        `${name} is ${String(value)}: give a number that is not negative, such as ${DEFAULTS[name]}.`,
      );
    }
    limits[name] = value;
  }
  return {
    ...limits,
    rankingCutoffs: cutoffsFrom(given.rankingCutoffs === undefined ? rankingCutoffs : given.rankingCutoffs),
  };
}

function cutoffsFrom(given: readonly number[]): readonly number[] {
  const isPlace = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1;
  if (!Array.isArray(given) || given.length > MOST_CUTOFFS || !given.every(isPlace)) {
    throw new RangeError(
      `rankingCutoffs is ${JSON.stringify(given)}: give a list of at most ${MOST_CUTOFFS} places, such as [5, 10].`,
    );
  }
  return [...new Set(given)].sort((a, b) => a - b);
}
