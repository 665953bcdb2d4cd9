import type { Limits } from '../common/limits.ts';

/** Red, green and blue from 0 to 255. */
type Rgb = readonly [number, number, number];

/**
 * Colors whose lightness alone says how bad a value is, so that they can be told apart with any color vision and in print:
 * on a dark background the bad is bright, on a light one it is dark.
 *
 * Source: cividis, Nuñez, Anderton and Renslow, PLOS ONE 13 (2018); OrRd of ColorBrewer, Brewer (2003).
 */
const STOPS: Readonly<Record<'dark' | 'light', readonly Rgb[]>> = {
  dark: [
    [24, 36, 66],
    [53, 69, 108],
    [102, 105, 112],
    [148, 142, 119],
    [200, 184, 102],
    [254, 232, 56],
  ],
  light: [
    [255, 244, 228],
    [253, 212, 158],
    [253, 187, 132],
    [239, 101, 72],
    [179, 0, 0],
    [110, 0, 0],
  ],
};

/** Where the critical limit lies on the scale; beyond it there is room to tell bad from worse. */
const CRITICAL_AT = 0.7;

/** Position of a value on the scale from 0 (well) to 1 (worst). */
export function scalePosition(value: number, limits: Limits | undefined, largest: number): number {
  if (limits === undefined) return largest === 0 ? 0 : Math.min(Math.abs(value) / largest, 1);
  const { side, critical } = limits;
  // Where lower is worse, 1 is well, as of ratios and shares.
  const share = side === 'above' ? value / critical : (1 - value) / (1 - critical);
  // A limit at the end of the range of its measure divides by zero.
  return Number.isNaN(share) ? CRITICAL_AT : Math.min(Math.max(share * CRITICAL_AT, 0), 1);
}

/** Colors of a table: a map has many more cells than there are colors to tell apart. */
export const COLORS = 256;

/** Fills a table of colors from well to worst. */
export function colorTable(isDark: boolean): readonly Rgb[] {
  const stops = STOPS[isDark ? 'dark' : 'light'];
  return Array.from({ length: COLORS }, (_, i): Rgb => {
    const at = (i / (COLORS - 1)) * (stops.length - 1);
    const [low, high] = [stops[Math.floor(at)] as Rgb, stops[Math.ceil(at)] as Rgb];
    const between = (channel: 0 | 1 | 2): number =>
      Math.round(low[channel] + (high[channel] - low[channel]) * (at - Math.floor(at)));
    return [between(0), between(1), between(2)];
  });
}

/** A color of the table as CSS has it. */
export function cssColor(table: readonly Rgb[], position: number): string {
  return `rgb(${(table[Math.round(position * (COLORS - 1))] as Rgb).join(', ')})`;
}
