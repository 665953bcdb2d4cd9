import { csvSource } from './csv-source.ts';
import { DatabaseError, type Database } from './database.ts';
import type { Faults } from './faults.ts';
import { jsonSource } from './json-source.ts';
import { parquetSource } from './parquet-source.ts';
import { dialectOf } from './sql/dialect.ts';
import { LabelSql } from './sql/label-sql.ts';
import type { DecimalMark, ReadOptions, TableSource } from './table-source.ts';
import type { TrainingFile } from './training-files.ts';
import { TrainingError } from './training-error.ts';

const { identifier, text } = dialectOf('duckdb');

/** Name of the table that holds the training rows, every column as text with NULL for a missing value. */
export const TRAINING = 'training';

/** Numbers by decimal mark; the other mark may divide thousands. */
const NUMBERS: Record<DecimalMark, string> = {
  '.': String.raw`[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?([eE][-+]?\d+)?`,
  ',': String.raw`[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?([eE][-+]?\d+)?`,
};

/**
 * Reads the files into the table {@link TRAINING}.
 *
 * @param faults - receives what is wrong; the rows of faulty lines are left out
 * @returns the names of the columns
 * @throws {TrainingError} when the columns cannot be told
 */
export async function readTraining(
  database: Database,
  files: readonly TrainingFile[],
  options: ReadOptions,
  faults: Faults,
): Promise<readonly string[]> {
  const sources: [TrainingFile, TableSource][] = [];
  let namesKnown = true;
  for (const file of files) {
    const source = await faults.collect(() => open(database, file, options, faults));
    if (source === undefined) namesKnown = false;
    else sources.push([file, source]);
  }
  const [first] = sources;
  if (!namesKnown || first === undefined) faults.refuse();
  if (first === undefined) throw new TrainingError('No file is named: give the path of the training data.');
  const { columns } = first[1];
  const distinct = new Set(columns.map((column) => column.toLowerCase()));
  if (distinct.size < columns.length || columns.some((column) => column.trim() === '')) faults.refuse();
  checkSameColumns(sources, faults);
  await database.run(
    `CREATE TABLE ${TRAINING} (${columns.map((column) => `${identifier(column)} VARCHAR`).join(', ')})`,
  );
  let rows = 0;
  for (const [file, source] of sources) rows += await insert(database, file, source, columns, options, faults);
  if (rows === 0) {
    faults.refuse();
    const empty = files[0]?.format === 'csv' ? 'has a header and no rows' : 'has no rows';
    throw new TrainingError(
      `${files.map(({ shown }) => shown).join(', ')} ${empty}: give the data that the model was trained on.`,
    );
  }
  return columns;
}

async function open(
  database: Database,
  file: TrainingFile,
  options: ReadOptions,
  faults: Faults,
): Promise<TableSource | undefined> {
  switch (file.format) {
    case 'csv':
      return csvSource(file, options, faults);
    case 'json':
    case 'jsonl':
      return jsonSource(database, file, faults);
    case 'parquet':
      return parquetSource(database, file, faults);
  }
}

function checkSameColumns(sources: readonly [TrainingFile, TableSource][], faults: Faults): void {
  const [first] = sources;
  if (first === undefined) return;
  const [{ shown }, { columns }] = first;
  let same = true;
  for (const [file, source] of sources) {
    // A JSON object leaves out what it does not have.
    const lacking = file.format === 'csv' || file.format === 'parquet' ? columns : [];
    const missing = lacking.filter((column) => !source.columns.includes(column));
    const further = source.columns.filter((column) => !columns.includes(column));
    if (missing.length + further.length === 0) continue;
    same = false;
    faults.add(
      `${file.shown} has the columns ${source.columns.join(', ')}, and ${shown} has ${columns.join(', ')}: ` +
        'give files with the same columns.',
    );
  }
  if (!same) faults.refuse();
}

async function insert(
  database: Database,
  { shown }: TrainingFile,
  source: TableSource,
  columns: readonly string[],
  options: ReadOptions,
  faults: Faults,
): Promise<number> {
  const values = columns.map((column) =>
    source.columns.includes(column) ? cleaned(source.textOf(column), options) : 'NULL',
  );
  const before = await rowCount(database);
  try {
    await database.run(`INSERT INTO ${TRAINING} SELECT ${values.join(', ')} FROM ${source.from}`);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.full) throw error;
    throw new TrainingError(`${shown} cannot be read to its end: copy it or write it again.`, { cause: error });
  }
  const rows = (await rowCount(database)) - before;
  if (source.rows !== undefined && rows !== source.rows) {
    faults.add(
      `${Math.abs(source.rows - rows)} of ${source.rows} rows of ${shown} cannot be read: ` +
        'end all lines alike, keep them below 2 MB, and put quotes around fields that hold quotes.',
    );
  }
  return rows;
}

async function rowCount(database: Database): Promise<number> {
  const { rows } = await database.row(`SELECT count(*) AS rows FROM ${TRAINING}`);
  return Number(rows);
}

/** A text without those that mean missing, and numbers with a decimal point. */
function cleaned(value: string, { missing, decimal }: ReadOptions): string {
  const labels = new LabelSql(dialectOf('duckdb'), missing);
  const present = `CASE WHEN ${labels.isPresent(value)} THEN ${value} END`;
  if (decimal === undefined) return present;
  const thousands = decimal === ',' ? '.' : ',';
  const plain = `replace(replace(${value}, '${thousands}', ''), '${decimal}', '.')`;
  const isNumber = `regexp_full_match(trim(${value}), ${text(NUMBERS[decimal])})`;
  return (
    `CASE WHEN NOT ${isNumber} THEN ${present} ` +
    `WHEN ${labels.isPresent(value)} AND ${labels.isPresent(plain)} THEN ${plain} END`
  );
}
