import type { Bin } from '../distributions.ts';

/** Width of a contribution as text. */
const TEXT_WIDTH = 34;

/** Least contribution that is worth a number. */
const LEAST = 0.001;

export type ShownContribution = 'hidden' | 'shown' | 'largest';

/** How a bin shows its contribution: small ones are noise, and among narrow bins there is no room for any. */
export function shownContribution(bin: Bin, bins: readonly Bin[], step: number): ShownContribution {
  const { contribution = 0 } = bin;
  if (step < TEXT_WIDTH || contribution < LEAST) return 'hidden';
  const largest = Math.max(...bins.map((each) => each.contribution ?? 0));
  return contribution === largest ? 'largest' : 'shown';
}
