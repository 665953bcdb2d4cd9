import { QueryError } from '../query/query-error.ts';
import { chiSquare } from './chi-square.ts';
import { disparateImpact } from './disparate-impact.ts';
import { errorShare } from './error-share.ts';
import { hellinger } from './hellinger-distance.ts';
import { invalidShare } from './invalid-share.ts';
import { jsDistance } from './js-distance.ts';
import { klDivergence } from './kl-divergence.ts';
import { latencyQuantile } from './latency-quantile.ts';
import { liveShareMeasure } from './live-share.ts';
import type { Measure } from './measure.ts';
import { meanShift } from './mean-shift.ts';
import { missingShare } from './missing-share.ts';
import { outOfRangeShare } from './out-of-range-share.ts';
import { outlierShare } from './outlier-share.ts';
import { psiContribution } from './psi-contribution.ts';
import { psiCriticalValue } from './psi-critical-value.ts';
import { psi } from './psi.ts';
import { referenceShare } from './reference-share.ts';
import { selectionRate } from './selection-rate.ts';
import { throughput } from './throughput.ts';
import { totalVariation } from './total-variation.ts';
import { unseenShare } from './unseen-share.ts';

/** Every measure, in the order in which people should meet them. */
export const MEASURES: readonly Measure[] = [
  psi,
  psiCriticalValue,
  psiContribution,
  liveShareMeasure,
  referenceShare,
  jsDistance,
  hellinger,
  totalVariation,
  klDivergence,
  chiSquare,
  meanShift,
  missingShare,
  invalidShare,
  outlierShare,
  unseenShare,
  outOfRangeShare,
  disparateImpact,
  selectionRate,
  latencyQuantile,
  throughput,
  errorShare,
];

/** @throws {QueryError} for an identifier that no measure has */
export function measureById(id: string): Measure {
  const measure = MEASURES.find((candidate) => candidate.id === id);
  if (measure === undefined) {
    const known = MEASURES.map((candidate) => candidate.id).join(', ');
    throw new QueryError(`There is no measure ${JSON.stringify(id)}: choose one of ${known}.`);
  }
  return measure;
}
