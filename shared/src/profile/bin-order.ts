import { OTHER } from '../conventions/attributes.ts';
import { compareText } from '../conventions/text-order.ts';

/**
 * Orders two bins by their labels as people expect them: intervals from low to high, categories by name, `other` last.
 */
export function compareBins(a: string, b: string): number {
  return compareKeys(keyOf(a), keyOf(b));
}

/** Labels of bins in the order of {@link compareBins}; each label is read once. */
export function orderedBins(labels: Iterable<string>): string[] {
  return [...labels]
    .map(keyOf)
    .sort(compareKeys)
    .map(({ label }) => label);
}

interface BinKey {
  readonly label: string;
  readonly low: number | undefined;
}

function keyOf(label: string): BinKey {
  return { label, low: binInterval(label)?.[0] };
}

function compareKeys(a: BinKey, b: BinKey): number {
  if (a.label === OTHER || b.label === OTHER) return Number(a.label === OTHER) - Number(b.label === OTHER);
  if (a.low !== undefined && b.low !== undefined && a.low !== b.low) return a.low < b.low ? -1 : 1;
  return compareText(a.label, b.label);
}

/**
 * Ends of an interval's label: `≤25`, `(25, 35]` or `>61`, and all numbers for `all`; undefined for a category.
 *
 * @returns lower and upper end, infinite where the bin is open
 */
export function binInterval(label: string): readonly [low: number, high: number] | undefined {
  if (label === 'all') return [-Infinity, Infinity];
  // Small engines know no named groups.
  const [whole, first, lower, upper, last] = /^(?:≤(.+)|\(([^,]+), (.+)\]|>(.+))$/.exec(label) ?? [];
  if (whole === undefined) return undefined;
  const low = Number(lower ?? last ?? -Infinity);
  const high = Number(upper ?? first ?? Infinity);
  return Number.isNaN(low) || Number.isNaN(high) ? undefined : [low, high];
}
