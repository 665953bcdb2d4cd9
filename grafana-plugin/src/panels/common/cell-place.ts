/** Marks the element of a value, for keys to find it. */
export const cellMark = (row: number, column: number): { readonly 'data-at': string } => ({
  'data-at': `${row} ${column}`,
});

/** Brings the marked element of a value into view, and gives the point below its middle. */
export function cellPlace(
  container: Element | null,
  row: number,
  column: number,
): { x: number; y: number } | undefined {
  const cell = container?.querySelector(`[data-at="${row} ${column}"]`);
  if (cell === null || cell === undefined) return undefined;
  cell.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, width, bottom } = cell.getBoundingClientRect();
  return { x: left + width / 2, y: bottom };
}
