import { colorTable, scalePosition } from './color-scale.ts';
import type { DriftMap } from './map-rows.ts';

/** The largest value of rows without limits, which their scale ends at. */
export function largestOf({ rows }: DriftMap): number {
  let largest = 0;
  for (const { values } of rows) {
    for (let i = 0; i < values.length; i++) largest = Math.max(largest, Math.abs(values[i] as number) || 0);
  }
  return largest;
}

/**
 * One pixel for each cell, row by row, as `ImageData` holds them; a cell without a value is transparent. Plain loops, as
 * there are many cells.
 */
export function mapPixels(map: DriftMap, isDark: boolean): Uint8ClampedArray<ArrayBuffer> {
  const { rows, times } = map;
  const table = colorTable(isDark);
  // Only rows without limits go by the largest value.
  const largest = rows.some(({ limits }) => limits === undefined) ? largestOf(map) : 0;
  const pixels = new Uint8ClampedArray(4 * rows.length * times.length);
  let at = 0;
  for (const { values, limits } of rows) {
    for (let i = 0; i < values.length; i++) {
      const value = values[i] as number;
      if (!Number.isNaN(value)) {
        const color = table[Math.round(scalePosition(value, limits, largest) * 255)] as readonly number[];
        pixels[at] = color[0] as number;
        pixels[at + 1] = color[1] as number;
        pixels[at + 2] = color[2] as number;
        pixels[at + 3] = 255;
      }
      at += 4;
    }
  }
  return pixels;
}
