import { sum } from '@grafana/promql-builder';
import { driftMeasure } from './drift-measure.ts';
import { psiContributionExpression, psiContributions } from './psi-contribution.ts';
import { DRIFT_REMEDY } from './remedies.ts';

/**
 * Population stability index of live counts against a reference: Σ (c − r) ln(c / r) over bins, in nats.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns the index, 0 for equal shares; NaN when either side is empty
 */
export function populationStabilityIndex(live: readonly number[], reference: readonly number[]): number {
  return psiContributions(live, reference).reduce((sum, part) => sum + part, 0);
}

export const psi = driftMeasure({
  id: 'psi',
  name: 'PSI',
  description:
    'Population stability index: how far the live distribution has moved from its baseline. ' +
    'Below 0.1 stable, 0.1 to 0.25 moderate, above 0.25 the model should be looked at.',
  definition: 'Σ (c − r) ln(c / r) over bins; zero shares count as 0.0001',
  source: 'Siddiqi, Credit Risk Scorecards (2006); zero handling of Evidently',
  unit: 'index',
  worse: 'higher',
  thresholds: { side: 'above', warning: 0.1, alarm: 0.25, remedy: DRIFT_REMEDY },
  value: (sides) => sum(psiContributionExpression(sides)).by([...sides.distribution.per]),
  critical: (noise) => noise,
});
