interface Position {
  readonly row: number;
  readonly column: number;
}

/** Rows that a page key moves by. */
const PAGE = 10;

type Move = (from: Position, last: Position) => Position;

const BY_ROW: Readonly<Record<string, Move>> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
};
const BY_COLUMN: Readonly<Record<string, Move>> = {
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, last) => ({ row, column: last.column }),
};
/** Of a list from top to bottom. */
const ENDS: Readonly<Record<string, Move>> = {
  Home: () => ({ row: 0, column: 0 }),
  End: (_, last) => ({ row: last.row, column: 0 }),
};

/**
 * Where a key moves to from one value of a chart; undefined of a key that does not move.
 *
 * @param from - where keys are; undefined before the first one, which goes to `start`
 */
export function movedBy(
  key: string,
  from: Position | undefined,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  start: Position = { row: 0, column: 0 },
): Position | undefined {
  if (rows === 0 || columns === 0) return undefined;
  const moves = { ...(rows > 1 ? BY_ROW : {}), ...(columns > 1 ? BY_COLUMN : ENDS) };
  const move = moves[key];
  if (move === undefined) return undefined;
  if (from === undefined && key !== 'Home' && key !== 'End') return start;
  const last = { row: rows - 1, column: columns - 1 };
  const { row, column } = move(from ?? start, last);
  return { row: Math.min(Math.max(row, 0), last.row), column: Math.min(Math.max(column, 0), last.column) };
}
