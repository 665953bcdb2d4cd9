/** Rows from `first` to before `end`. */
export interface RowRange {
  readonly first: number;
  readonly end: number;
}

/** Rows by which what is drawn moves while the map scrolls, and that are drawn beyond either end of what is in view. */
const BLOCK = 8;

/** The row that a map counts as its top one when it has scrolled this far: the same for a whole block. */
export function topRow(scrollTop: number, rowHeight: number): number {
  return Math.floor(scrollTop / rowHeight / BLOCK) * BLOCK;
}

/** The rows to draw of a map of `count` rows, of which `inView` can be seen at once. */
export function visibleRows(top: number, inView: number, count: number): RowRange {
  const first = Math.max(Math.min(top - BLOCK, count - inView), 0);
  return { first, end: Math.min(Math.max(top, first) + inView + 2 * BLOCK, count) };
}
