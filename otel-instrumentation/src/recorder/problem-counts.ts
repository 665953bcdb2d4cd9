import type { FeatureProblem } from '@driftline/shared';

/** Observations of one feature by what was wrong with them. */
export class ProblemCounts implements Record<FeatureProblem, number> {
  missing = 0;
  invalid = 0;
  unseen = 0;
  outlier = 0;
  out_of_range = 0;
  converted = 0;
}
