/** Rows of statistics in one order and with one kind of number, without the digits in which any order of adding up shows. */
export function rowsOf(rows: readonly object[]): string[] {
  const plain = (_: string, value: unknown): unknown => {
    if (typeof value === 'bigint') return Number(value);
    return typeof value === 'number' ? Number(value.toPrecision(12)) : value;
  };
  return rows.map((row) => JSON.stringify(row, plain)).sort();
}
