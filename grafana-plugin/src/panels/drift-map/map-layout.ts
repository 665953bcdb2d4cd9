/** Where everything in the map goes, in pixels. */
export interface MapLayout {
  readonly labelWidth: number;
  readonly plotWidth: number;
  readonly rowHeight: number;
  /** Of all rows, which scroll if it is more than `viewHeight`. */
  readonly plotHeight: number;
  readonly viewHeight: number;
  readonly hasAxis: boolean;
  readonly hasScale: boolean;
}

const AXIS_HEIGHT = 20;
const SCALE_HEIGHT = 26;
const LETTER_WIDTH = 6.6;
const LOWEST_ROW = 14;
const HIGHEST_ROW = 32;
const SCROLLBAR = 10;

export function mapLayout(names: readonly string[], width: number, height: number, showScale: boolean): MapLayout {
  const hasAxis = height >= 90;
  const hasScale = showScale && height >= 140;
  const viewHeight = Math.max(height - (hasAxis ? AXIS_HEIGHT : 0) - (hasScale ? SCALE_HEIGHT : 0), LOWEST_ROW);
  const longest = Math.max(...names.map(({ length }) => length)) * LETTER_WIDTH + 8;
  const labelWidth = Math.round(Math.min(longest, width * 0.32));
  const rowHeight = Math.min(Math.max(Math.floor(viewHeight / names.length), LOWEST_ROW), HIGHEST_ROW);
  const plotHeight = rowHeight * names.length;
  const plotWidth = Math.max(width - labelWidth - (plotHeight > viewHeight ? SCROLLBAR : 0), 10);
  return {
    labelWidth,
    plotWidth,
    rowHeight,
    plotHeight,
    viewHeight: Math.min(viewHeight, plotHeight),
    hasAxis,
    hasScale,
  };
}
