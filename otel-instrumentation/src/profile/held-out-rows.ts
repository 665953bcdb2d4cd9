import { existsSync, realpathSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { listed } from '../values/listed.ts';
import { percent } from '../values/percent.ts';
import type { Database } from './database.ts';
import type { Faults } from './faults.ts';
import type { ProfileParts } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { dialectOf } from './sql/dialect.ts';
import type { ReadOptions } from './table-source.ts';
import { readTraining } from './training-table.ts';
import type { TrainingTables } from './training-tables.ts';
import { findTrainingFiles, STANDARD_INPUT, type FileOptions, type TrainingFile } from './training-files.ts';
import { TrainingError } from './training-error.ts';

/** What the files should hold. */
const HELD_OUT = 'rows that the model was not trained on';

/** Rows that are looked for in the training data. */
const SAMPLE = 1000;

/** Share of them, beyond that of training rows which occur twice, from which they are said to be training rows. */
const MANY = 0.1;

/** The training data that the held-out rows should not be. */
interface Training {
  readonly database: Database;
  readonly files: readonly TrainingFile[];
  readonly tables: TrainingTables;
}

/**
 * Reads held-out rows, in the same way as the training data, into tables beside it.
 *
 * @param paths - as those of the training data
 * @param scratch - folder for copies
 * @param faults - receives what is wrong
 * @returns undefined for rows that lack a column
 * @throws {TrainingError} when the columns cannot be told, and for files without rows
 */
export async function readHeldOut(
  training: Training,
  paths: readonly string[],
  { label, missing, segments = [] }: ProfileRequest,
  { scored }: ProfileParts,
  scratch: string,
  options: Omit<ReadOptions & FileOptions, 'missing' | 'progress'>,
  faults: Faults,
): Promise<TrainingTables | undefined> {
  if (paths.includes('-') && training.files.some(({ shown }) => shown === STANDARD_INPUT)) {
    throw new TrainingError('The standard input is the training data: name a file with --calibrate-on.');
  }
  const { database } = training;
  const copies = join(scratch, 'held-out');
  await mkdir(copies);
  const reading = { ...options, missing, data: HELD_OUT, progress: () => undefined };
  const files = await findTrainingFiles(paths, copies, reading, faults);
  const needed = [label, ...scored.map(({ column }) => column), ...segments].filter((column) => column !== undefined);
  const together = [...needed, ...training.tables.of(null).columns];
  const { tables } = await readTraining(database, files, together, reading, faults, undefined, 'held_out');
  const lacking = needed.filter((column) => !tables.columns.includes(column));
  if (lacking.length > 0) {
    faults.add(
      `${shownOf(files)} lacks ${lacking.length === 1 ? 'the column' : 'the columns'} ${listed(lacking)}: give held-out ` +
        'rows with the label, the scores and the segments in columns of the same names as in the training data.',
    );
    return undefined;
  }
  await tellTrainingRows(training, files, tables, options.warn);
  return tables;
}

/** Says it where held-out rows are training rows. */
async function tellTrainingRows(
  training: Training,
  files: readonly TrainingFile[],
  tables: TrainingTables,
  warn: (sentence: string) => void,
): Promise<void> {
  const own = new Set(training.files.map(placeOf));
  const same = files.filter((file) => own.has(placeOf(file)));
  if (same.length > 0) {
    warn(
      `${shownOf(same)} is training data: scores of rows that a model was trained on flatter it, and so does the ` +
        `performance that is estimated by them. Calibrate on ${HELD_OUT}.`,
    );
    return;
  }
  const share = await shareOfTrainingRows(training, tables);
  if (share <= MANY) return;
  warn(
    `About ${percent(share)} of the rows of ${shownOf(files)} stand in the training data too: training scores flatter a ` +
      `model, and so does the performance that is estimated by them. Calibrate on ${HELD_OUT}.`,
  );
}

/** Share of a sample that equals training rows in all columns of the first table, less what would by chance. */
async function shareOfTrainingRows({ database, tables }: Training, heldOut: TrainingTables): Promise<number> {
  const [theirs, ours] = [tables.of(null), heldOut.of(null)];
  const columns = ours.columns.filter((column) => theirs.columns.includes(column));
  const hash = `hash(${columns.map(dialectOf('duckdb').identifier).join(', ')}) AS h`;
  const sample = `USING SAMPLE reservoir(${SAMPLE} ROWS) REPEATABLE (1)`;
  const { sampled, same, drawn, repeated } = await database.row(
    [
      `WITH held AS MATERIALIZED (SELECT ${hash} FROM ${ours.name} ${sample}),`,
      `own AS MATERIALIZED (SELECT ${hash} FROM ${theirs.name} ${sample}),`,
      'known AS MATERIALIZED (SELECT h, COUNT(*) AS n FROM',
      `  (SELECT ${hash} FROM ${theirs.name}) WHERE h IN (SELECT h FROM held UNION SELECT h FROM own) GROUP BY h)`,
      'SELECT (SELECT COUNT(*) FROM held) AS sampled, (SELECT COUNT(*) FROM own) AS drawn,',
      '  (SELECT COUNT(*) FROM held WHERE h IN (SELECT h FROM known)) AS same,',
      '  (SELECT COUNT(*) FROM own WHERE h IN (SELECT h FROM known WHERE n > 1)) AS repeated',
    ].join('\n'),
  );
  return Number(same) / Number(sampled) - Number(repeated) / Number(drawn);
}

function shownOf(files: readonly TrainingFile[]): string {
  return files.map(({ shown }) => shown).join(', ');
}

/** Where a file is, however it is named; the standard input is nowhere. */
function placeOf({ shown }: TrainingFile): string {
  return existsSync(shown) ? realpathSync(shown) : shown;
}
