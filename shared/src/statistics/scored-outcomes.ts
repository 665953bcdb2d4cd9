import { total } from './shares.ts';

/** Outcomes by bins of a score, from low to high; all lists have one entry for each bin. */
export interface ScoredOutcomes {
  /** Outcomes of the class that the score is the probability of. */
  readonly positives: readonly number[];
  /** Outcomes of all other classes. */
  readonly negatives: readonly number[];
}

/** The same with what calibration is computed from. */
export interface CalibratedOutcomes extends ScoredOutcomes {
  /** Sum of the scores in each bin. */
  readonly expected: readonly number[];
  /** Sum of squared differences between the score and 1 for positives, 0 for negatives. */
  readonly squaredErrors: number;
  /** Sum of −ln of the probability of what happened. */
  readonly logLosses: number;
}

/** How many outcomes there are. */
export function outcomesIn({ positives, negatives }: ScoredOutcomes): number {
  return total(positives) + total(negatives);
}
