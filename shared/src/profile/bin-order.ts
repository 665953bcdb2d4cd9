import { OTHER } from '../conventions/attributes.ts';

/**
 * Orders two bins by their labels as people expect them: intervals from low to high, categories by name, `other` last.
 */
export function compareBins(a: string, b: string): number {
  if (a === OTHER || b === OTHER) return Number(a === OTHER) - Number(b === OTHER);
  const lowA = binInterval(a)?.[0];
  const lowB = binInterval(b)?.[0];
  if (lowA !== undefined && lowB !== undefined) return lowA - lowB || a.localeCompare(b);
  return a.localeCompare(b);
}

/**
 * Ends of an interval's label: `≤25`, `(25, 35]` or `>61`, and all numbers for `all`; undefined for a category.
 *
 * @returns lower and upper end, infinite where the bin is open
 */
export function binInterval(label: string): readonly [low: number, high: number] | undefined {
  if (label === 'all') return [-Infinity, Infinity];
  const ends = /^(?:≤(?<first>.+)|\((?<low>[^,]+), (?<high>.+)\]|>(?<last>.+))$/.exec(label)?.groups;
  if (ends === undefined) return undefined;
  const low = Number(ends['low'] ?? ends['last'] ?? -Infinity);
  const high = Number(ends['high'] ?? ends['first'] ?? Infinity);
  return Number.isNaN(low) || Number.isNaN(high) ? undefined : [low, high];
}
