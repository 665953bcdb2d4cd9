import { colorTable, scalePosition } from './color-scale.ts';
import type { DriftMap } from './map-rows.ts';

/** The largest value of rows without limits, which their scale ends at. */
export function largestOf({ rows }: DriftMap): number {
  let largest = 0;
  for (const { values } of rows) for (const value of values) if (Math.abs(value) > largest) largest = Math.abs(value);
  return largest;
}

/** One pixel for each cell, row by row, as `ImageData` holds them; a cell without a value is transparent. */
export function mapPixels(map: DriftMap, isDark: boolean): Uint8ClampedArray<ArrayBuffer> {
  const { rows, times } = map;
  const table = colorTable(isDark);
  const largest = largestOf(map);
  const pixels = new Uint8ClampedArray(4 * rows.length * times.length);
  let at = 0;
  for (const { values, limits } of rows) {
    for (const value of values) {
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
