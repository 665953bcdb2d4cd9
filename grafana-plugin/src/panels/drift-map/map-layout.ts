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
const LETTER_WIDTH = 7;
/** Names get this share of the width, or as much as makes most of them readable if that is less than half. */
const NAMES_SHARE = 0.32;
const READABLE = 150;
const LOWEST_ROW = 14;
const HIGHEST_ROW = 48;
const SCROLLBAR = 10;

/** @param letters - length of the longest name */
export function mapLayout(rows: number, letters: number, width: number, height: number, showScale: boolean): MapLayout {
  const hasAxis = height >= 90;
  const hasScale = showScale && height >= 140;
  const viewHeight = Math.max(height - (hasAxis ? AXIS_HEIGHT : 0) - (hasScale ? SCALE_HEIGHT : 0), LOWEST_ROW);
  const most = Math.max(width * NAMES_SHARE, Math.min(READABLE, width / 2));
  const labelWidth = Math.round(Math.min(letters * LETTER_WIDTH + 8, most));
  const rowHeight = Math.min(Math.max(Math.floor(viewHeight / rows), LOWEST_ROW), HIGHEST_ROW);
  const plotHeight = rowHeight * rows;
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
