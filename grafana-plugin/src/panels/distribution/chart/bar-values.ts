import type { Bin, Distribution, Side } from '../distributions.ts';

/** What the bars of one bin are as high as, side by side. */
export interface Bars {
  readonly bin: Bin;
  readonly values: readonly number[];
}

/** The bars of each bin, of the sides that are not hidden. */
export function barsOf({ bins }: Distribution, sides: readonly Side[], show: 'share' | 'count'): Bars[] {
  return bins.map((bin) => ({
    bin,
    values: sides.map(({ shares, counts }) => (show === 'share' ? shares : counts).get(bin.label) ?? 0),
  }));
}
