import { sum } from '@grafana/promql-builder';
import { PER_FEATURE } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import type { Measure } from './measure.ts';
import { psiContributionExpression, psiContributions } from './psi-contribution.ts';

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

export const psi: Measure = {
  id: 'psi',
  name: 'PSI',
  description:
    'Population stability index: how far the live distribution of a feature has moved from its training data. ' +
    'Below 0.1 stable, 0.1 to 0.25 moderate, above 0.25 the model should be looked at.',
  definition: 'Σ (c − r) ln(c / r) over bins; zero shares count as 0.0001',
  source: 'Siddiqi, Credit Risk Scorecards (2006); zero handling of Evidently',
  unit: 'index',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', warning: 0.1, alarm: 0.25 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) => sum(psiContributionExpression(query)).by(labels(...PER_FEATURE)),
};
