import { COLORS, colorTable, scalePosition } from './color-scale.ts';
import type { MapRow } from './map-rows.ts';

/** The largest value of rows without limits, which their scale ends at. */
export function largestOf(rows: readonly MapRow[]): number {
  let largest = 0;
  for (const { worst, limits } of rows) if (limits === undefined) largest = Math.max(largest, Math.abs(worst) || 0);
  return largest;
}

/**
 * One pixel for each cell, row by row, as `ImageData` holds them; a cell without a value is transparent. Plain loops over
 * whole pixels, as there are many cells.
 *
 * @param largest - the largest value of rows without limits
 */
export function mapPixels(rows: readonly MapRow[], largest: number, isDark: boolean): Uint8ClampedArray<ArrayBuffer> {
  const palette = new Uint32Array(
    Uint8ClampedArray.from(colorTable(isDark).flatMap((color) => [...color, 255])).buffer,
  );
  const pixels = new Uint32Array(rows.reduce((sum, { values }) => sum + values.length, 0));
  let at = 0;
  for (const { values, limits } of rows) {
    for (let i = 0; i < values.length; i++, at++) {
      const value = values[i] as number;
      if (!Number.isNaN(value))
        pixels[at] = palette[Math.round(scalePosition(value, limits, largest) * (COLORS - 1))] as number;
    }
  }
  return new Uint8ClampedArray(pixels.buffer);
}
