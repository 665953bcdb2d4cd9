import type { MeasureRow } from '../../values/measure-rows.ts';
import { sideOf } from '../../values/measures.ts';

/** How a value of one version is against that of another. */
export type Verdict = 'better' | 'worse' | 'noise' | 'unknown';

/** Of what has no interval and no critical value, such as the time of predictions, less than this is no difference. */
const NEGLIGIBLE = 0.05;

/** How a value is against another of the same measure, and whether that is more than noise. */
export function compareRows(row: MeasureRow | undefined, other: MeasureRow | undefined): Verdict {
  if (row === undefined || other === undefined) return 'unknown';
  const difference = row.value - other.value;
  if (Number.isNaN(difference)) return 'unknown';
  if (Math.abs(difference) <= noiseOf(row, other)) return 'noise';
  return difference > 0 === (sideOf(row.measure) === 'above') ? 'worse' : 'better';
}

/**
 * The size of a difference that chance alone may make: of shares, by their intervals (Newcombe 1998, method 10: the square
 * root of the squared distances of both values to the ends of their intervals that lie between them); of values that are
 * compared with training data or groups, what noise alone makes of either of them.
 */
function noiseOf(row: MeasureRow, other: MeasureRow): number {
  const [low, high] = row.value < other.value ? [row, other] : [other, row];
  const between = Math.hypot(low.upper - low.value, high.value - high.lower);
  if (!Number.isNaN(between)) return between;
  const ideal = sideOf(row.measure) === 'above' ? 0 : 1;
  const critical = Math.max(Math.abs(row.criticalValue - ideal), Math.abs(other.criticalValue - ideal));
  if (!Number.isNaN(critical)) return critical;
  return NEGLIGIBLE * Math.max(Math.abs(row.value), Math.abs(other.value));
}
