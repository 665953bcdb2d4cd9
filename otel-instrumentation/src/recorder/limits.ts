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
}

const DEFAULTS: Required<Limits> = {
  outlierLimit: 4,
  maximumLabels: 100,
  minimumGroupSize: DEFAULT_MINIMUM_GROUP_SIZE,
  maximumPending: 100_000,
  pendingTimeToLiveMs: 3_600_000,
};

/**
 * The limits with everything that was left out.
 *
 * @throws {RangeError} for a limit that is not a number, or negative
 */
export function limitsFrom(given: Limits): Required<Limits> {
  const limits: { -readonly [name in keyof Limits]-?: number } = { ...DEFAULTS };
  for (const name of Object.keys(DEFAULTS) as (keyof Limits)[]) {
    const value: unknown = given[name];
    if (value === undefined) continue;
    if (typeof value !== 'number' || !(value >= 0)) {
      throw new RangeError(
        `${name} is ${String(value)}: give a number that is not negative, such as ${DEFAULTS[name]}.`,
      );
    }
    limits[name] = value;
  }
  return limits;
}
