import { clampMin, mul, n, sqrt, sub, sum } from '@grafana/promql-builder';
import { PER_FEATURE } from '../promql/reference.ts';
import { labels } from '../promql/series.ts';
import { referenceShareExpression, sumOverBins } from './bin-shares.ts';
import { liveShare } from './live-share.ts';
import type { Measure } from './measure.ts';

/**
 * Hellinger distance, between 0 (equal) and 1 (nothing in common).
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 */
export function hellingerDistance(live: readonly number[], reference: readonly number[]): number {
  const overlap = sumOverBins(live, reference, (c, r) => Math.sqrt(c * r));
  return Math.sqrt(Math.max(1 - overlap, 0));
}

export const hellinger: Measure = {
  id: 'hellinger-distance',
  name: 'Hellinger distance',
  description: 'How little the live distribution of a feature overlaps with its training data, between 0 and 1.',
  definition: 'sqrt(1 − Σ sqrt(c r))',
  source: 'Hellinger (1909); as in whylogs and Evidently',
  unit: 'index',
  subject: 'feature',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.1 },
  legend: () => '{{ml_feature_name}}',
  promql: (query) =>
    sqrt(
      clampMin(
        sub(n(1), sum(sqrt(mul(liveShare(query), referenceShareExpression(query)))).by(labels(...PER_FEATURE))),
        0,
      ),
    ),
};
