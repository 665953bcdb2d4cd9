/** A table for people. */
export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What to make of it, in a sentence or two. */
  readonly note?: string;
}

/** As Markdown, which reads well in a terminal too. */
export function markdown({ title, columns, rows, note }: Table): string {
  const widths = columns.map((column, i) => Math.max(3, column.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, i) => (i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  const below = note === undefined ? [] : ['', note];
  return [`## ${title}`, '', line(columns), rule, ...rows.map(line), ...below, ''].join('\n');
}
