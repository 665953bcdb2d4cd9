/** Outcomes of one predicted and one actual class. */
export interface ConfusionCell {
  readonly predicted: string;
  readonly actual: string;
  readonly count: number;
}

/** Sum of the cells that `of` picks. */
export function countOf(cells: readonly ConfusionCell[], of: (cell: ConfusionCell) => boolean): number {
  return cells.reduce((sum, cell) => (of(cell) ? sum + cell.count : sum), 0);
}
