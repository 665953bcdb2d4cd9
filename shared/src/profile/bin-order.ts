import { OTHER } from '../conventions/attributes.ts';

/**
 * Orders two bins by their labels as people expect them: intervals from low to high, categories by name, `other` last.
 */
export function compareBins(a: string, b: string): number {
  if (a === OTHER || b === OTHER) return Number(a === OTHER) - Number(b === OTHER);
  const lowA = lowerEdge(a);
  const lowB = lowerEdge(b);
  if (lowA !== undefined && lowB !== undefined) return lowA - lowB || a.localeCompare(b);
  return a.localeCompare(b);
}

/** Lower edge of an interval's label: `≤25`, `(25, 35]` or `>61`; undefined for a category. */
function lowerEdge(label: string): number | undefined {
  if (/^≤-?[\d.]/.test(label)) return -Infinity;
  const edge = /^(?:\((?<inner>[^,]+), .+\]|>(?<last>.+))$/.exec(label)?.groups;
  const value = Number(edge?.['inner'] ?? edge?.['last'] ?? NaN);
  return Number.isNaN(value) ? undefined : value;
}
