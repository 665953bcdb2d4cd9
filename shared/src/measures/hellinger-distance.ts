import { clampMin, div, mul, n, sqrt, sub, sum } from '@grafana/promql-builder';
import { driftMeasure } from './drift-measure.ts';
import { DRIFT_REMEDY } from './remedies.ts';
import { sumOverBins } from './sum-over-bins.ts';

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

export const hellinger = driftMeasure({
  id: 'hellinger-distance',
  name: 'Hellinger distance',
  description: 'How little the live distribution of a feature overlaps with its training data, between 0 and 1.',
  definition: 'sqrt(1 − Σ sqrt(c r))',
  source: 'Hellinger (1909); as in whylogs and Evidently',
  unit: 'index',
  worse: 'higher',
  thresholds: { side: 'above', alarm: 0.1, remedy: DRIFT_REMEDY },
  value: ({ live, reference, distribution }) =>
    sqrt(clampMin(sub(n(1), sum(sqrt(mul(live(), reference()))).by([...distribution.per])), 0)),
  critical: (noise) => sqrt(div(noise, n(8))),
});
