import type { ReferenceProfile } from '@driftline/shared';

/** Series of one bin: predictions, and of the held-out rows their number and the share that is of the class. */
const PER_BIN = 3;

/**
 * Whether performance is estimated before labels arrive, and what that costs or what it lacks; undefined where the profile
 * has no bins of scores.
 */
export function calibrationSummary({ prediction }: ReferenceProfile): string | undefined {
  const { scoreBins = [] } = prediction?.kind === 'classification' ? prediction : {};
  if (scoreBins.length === 0) return undefined;
  const calibrated = scoreBins.filter(({ calibration }) => calibration !== undefined);
  if (calibrated.length === 0) {
    return (
      'Performance is not estimated before labels arrive: build the profile with --calibrate-on and rows that the model ' +
      'was not trained on. Training scores flatter.'
    );
  }
  const series = PER_BIN * calibrated.reduce((sum, { edges }) => sum + edges.length + 1, 0);
  const classes = calibrated.length === 1 ? 'one class' : `${calibrated.length} classes`;
  return (
    `Performance is estimated before labels arrive by the score of ${classes}: ${series.toLocaleString('en-GB')} series a ` +
    'replica.'
  );
}
