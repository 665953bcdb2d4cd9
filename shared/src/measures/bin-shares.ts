import { METRICS } from '../conventions/metrics.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_BIN, reference } from '../promql/reference.ts';
import { featuresOf } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/**
 * Sum over bins of what `part` makes of a bin's live and reference share.
 *
 * @param live - observations per bin in the window
 * @param reference - observations (or shares) per bin of the reference, the same length
 * @returns NaN when either side is empty
 * @throws {RangeError} when the lengths differ
 */
export function sumOverBins(
  live: readonly number[],
  reference: readonly number[],
  part: (live: number, reference: number) => number,
): number {
  if (live.length !== reference.length) {
    throw new RangeError(`${live.length} live bins cannot be compared with ${reference.length} of the reference.`);
  }
  const n = total(live);
  const m = total(reference);
  if (n === 0 || m === 0) return NaN;
  return live.reduce((sum, count, i) => sum + part(count / n, (reference[i] as number) / m), 0);
}

/** Share of the training rows in each bin, one series a bin. */
export function referenceShareExpression(query: MeasureQuery): Expression {
  return reference(METRICS.referenceFeatureRatio, query, featuresOf(query), PER_BIN);
}

export function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}
