/** Bounds on what a monitor keeps and on the series that it makes. Every field may be left out. */
export interface Limits {
  /** Standard deviations from the reference mean beyond which a value is an outlier; 4 unless given. */
  readonly outlierLimit?: number;
  /** Classes, and groups of an attribute, that keep a label of their own; the rest are `other`; 100 unless given. */
  readonly maximumLabels?: number;
  /** Predictions below which a group is exported as zero, so that nobody is recognized in it; 0 unless given. */
  readonly minimumGroupSize?: number;
  /** Predictions that wait for their outcome at once; 100,000 unless given, 0 for none. */
  readonly maximumPending?: number;
  /** Milliseconds for which a prediction waits for its outcome; an hour unless given. */
  readonly pendingTimeToLiveMs?: number;
}

const DEFAULTS: Required<Limits> = {
  outlierLimit: 4,
  maximumLabels: 100,
  minimumGroupSize: 0,
  maximumPending: 100_000,
  pendingTimeToLiveMs: 3_600_000,
};

/**
 * The limits with everything that was left out.
 *
 * @throws {RangeError} for a limit that is no number, or negative
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
