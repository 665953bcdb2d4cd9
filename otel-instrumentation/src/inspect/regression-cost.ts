import { predictionBins, type ReferenceProfile } from '@driftline/shared';

/** Series of one bin of the prediction: outcomes, their residuals above and below zero, and the squares of these. */
const PER_BIN = 4;

/** Deviations of actual values on both sides and squared, relative errors, and zeros. */
const PER_MODEL = 5;

/** What counting outcomes of a regression by bin of the prediction costs; undefined for another model. */
export function regressionCost({ prediction }: ReferenceProfile): string | undefined {
  if (prediction?.kind !== 'regression') return undefined;
  const series = PER_BIN * predictionBins(prediction).length + PER_MODEL;
  return `Outcomes by bin of the prediction: ${series} series a replica.`;
}
