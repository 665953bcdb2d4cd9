import { csvSource } from './csv-source.ts';
import { DatabaseError, type Database } from './database.ts';
import type { Faults } from './faults.ts';
import { jsonSource } from './json-source.ts';
import { parquetSource } from './parquet-source.ts';
import { withPartitions } from './partition-columns.ts';
import { partOf, stepOf, type Progress } from './progress.ts';
import { dialectOf } from './sql/dialect.ts';
import { LabelSql } from './sql/label-sql.ts';
import type { DecimalMark, ReadOptions, TableSource } from './table-source.ts';
import { TRAINING_DATA, type TrainingFile } from './training-files.ts';
import { TrainingError } from './training-error.ts';
import { TrainingTables, type TrainingTable } from './training-tables.ts';

const duckdb = dialectOf('duckdb');
const { identifier } = duckdb;

/** Numbers by decimal mark; the other mark may divide thousands. */
const NUMBERS: Record<DecimalMark, string> = {
  '.': String.raw`[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?([eE][-+]?\d+)?`,
  ',': String.raw`[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?([eE][-+]?\d+)?`,
};

/** Approximate share of reading that is looking for faults, before the database reads. */
const SCANNING = 0.3;

/**
 * Reads the files into tables of the database.
 *
 * @param together - columns that are compared with each other
 * @param faults - receives what is wrong; the rows of faulty lines are left out
 * @param name - what the names of the tables begin with
 * @throws {TrainingError} when the columns cannot be told
 */
export async function readTraining(
  database: Database,
  files: readonly TrainingFile[],
  together: readonly string[],
  options: ReadOptions,
  faults: Faults,
  progress: Progress = () => undefined,
  name?: string,
): Promise<{ readonly tables: TrainingTables; readonly rows: number }> {
  const sources: [TrainingFile, TableSource][] = [];
  let namesKnown = true;
  for (const [i, file] of files.entries()) {
    const scanned = stepOf(partOf(progress, 0, SCANNING), i, files.length);
    const source = await faults.collect(async () => {
      const opened = await open(database, file, { ...options, scanned }, faults);
      return opened && withPartitions(opened, file.shown, options.partition ?? []);
    });
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
  const tables = new TrainingTables(columns, together, undefined, name);
  const steps = tables.all.length * sources.length;
  let step = 0;
  for (const table of tables.all) {
    const types = table.columns.map((column) => `${identifier(column)} VARCHAR`);
    await database.run(`CREATE TABLE ${table.name} (${types.join(', ')})`);
    for (const [file, source] of sources) {
      await insert(
        database,
        file,
        source,
        table,
        options,
        faults,
        stepOf(partOf(progress, SCANNING, 1), step++, steps),
      );
    }
  }
  const rows = await rowCount(database, tables.of(null));
  if (rows === 0) {
    faults.refuse();
    const empty = files[0]?.format === 'csv' ? 'has a header and no rows' : 'has no rows';
    throw new TrainingError(
      `${files.map(({ shown }) => shown).join(', ')} ${empty}: give ${options.data ?? TRAINING_DATA}.`,
    );
  }
  return { tables, rows };
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
  table: TrainingTable,
  options: ReadOptions,
  faults: Faults,
  progress: Progress,
): Promise<void> {
  const { name, columns } = table;
  const values = columns.map((column) =>
    source.columns.includes(column) ? cleaned(source.textOf(column), options) : 'NULL',
  );
  const from = source.from(columns.filter((column) => source.columns.includes(column)));
  const before = await rowCount(database, table);
  try {
    await database.run(`INSERT INTO ${name} SELECT ${values.join(', ')} FROM ${from}`, progress);
  } catch (error) {
    if (!(error instanceof DatabaseError) || error.full) throw error;
    throw new TrainingError(`${shown} cannot be read to its end: copy it or write it again.`, { cause: error });
  }
  const rows = (await rowCount(database, table)) - before;
  if (source.rows !== undefined && rows !== source.rows) {
    faults.add(
      `${Math.abs(source.rows - rows)} of ${source.rows} rows of ${shown} cannot be read: ` +
        'end all lines alike, keep them below 2 MB, and put quotes around fields that hold quotes.',
    );
  }
}

async function rowCount(database: Database, { name }: TrainingTable): Promise<number> {
  const { rows } = await database.row(`SELECT count(*) AS rows FROM ${name}`);
  return Number(rows);
}

/** A text without those that mean missing, and numbers with a decimal point. */
function cleaned(value: string, { missing, decimal }: ReadOptions): string {
  const labels = new LabelSql(duckdb, missing);
  const present = `CASE WHEN ${labels.isPresent(value)} THEN ${value} END`;
  if (decimal === undefined) return present;
  const thousands = decimal === ',' ? '.' : ',';
  const plain = `replace(replace(${value}, '${thousands}', ''), '${decimal}', '.')`;
  const isNumber = duckdb.matches(duckdb.trim(value), NUMBERS[decimal]);
  return (
    `CASE WHEN NOT ${isNumber} THEN ${present} ` +
    `WHEN ${labels.isPresent(value)} AND ${labels.isPresent(plain)} THEN ${plain} END`
  );
}
