import type { Limits } from './limits.ts';

/** How bad a value is: comparable between series of one measure. Without limits, what is far from zero is. */
export function badness(value: number, limits: Limits | undefined): number {
  if (Number.isNaN(value)) return -Infinity;
  if (limits === undefined) return Math.abs(value);
  return limits.side === 'below' ? -value : value;
}
