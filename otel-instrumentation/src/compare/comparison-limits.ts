import { measureById } from '@driftline/shared';

/** What may change between two profiles before a deployment should wait. */
export interface ComparisonLimits {
  /** PSI of a feature or of what is predicted. */
  readonly psi: number;
  /** Share of the rows with a value that may become missing or invalid. */
  readonly missing: number;
  /** Accuracy that may be lost. */
  readonly accuracyDrop: number;
  /** Rise of MAE or RMSE, as a share of what it was. */
  readonly errorRise: number;
}

/** Rise of errors for which there is no alert by default. */
const ERROR_RISE = 0.25;

/** Those of the alerts. */
export const DEFAULT_COMPARISON_LIMITS: ComparisonLimits = {
  psi: criticalOf('psi'),
  missing: criticalOf('missing-share'),
  accuracyDrop: criticalOf('accuracy-drop'),
  errorRise: ERROR_RISE,
};

function criticalOf(id: 'psi' | 'missing-share' | 'accuracy-drop'): number {
  return measureById(id).thresholds?.critical ?? NaN;
}
