import type { FeatureProblem } from '@driftline/shared';

/** Observations of one feature by what was wrong with them. */
export class ProblemCounts implements Record<FeatureProblem, number> {
  missing = 0;
  invalid = 0;
  unseen = 0;
  outlier = 0;
  out_of_range = 0;

  /** Counts a value that cannot fall into any bin: `missing` for null, undefined and NaN, else `invalid`. */
  countUnusable(value: unknown): void {
    if (value === null || value === undefined || Number.isNaN(value)) this.missing++;
    else this.invalid++;
  }
}
