import type { ReferenceProfile } from '@driftline/shared';

/** Series of one bin: outcomes of the class and of others, and the sum of scores. */
const PER_BIN = 3;

/** Series of one class besides: squared errors and log losses. */
const PER_CLASS = 2;

/** What counting outcomes by score costs; undefined where the profile has no bins of scores. */
export function scoreCost({ prediction }: ReferenceProfile): string | undefined {
  const { scoreBins = [] } = prediction?.kind === 'classification' ? prediction : {};
  if (scoreBins.length === 0) return undefined;
  const bins = scoreBins.reduce((sum, { edges }) => sum + edges.length + 1, 0);
  const series = PER_BIN * bins + PER_CLASS * scoreBins.length;
  const classes = scoreBins.length === 1 ? 'one class' : `${scoreBins.length} classes`;
  return `Outcomes by the score of ${classes}: ${series.toLocaleString('en-GB')} series a replica.`;
}
