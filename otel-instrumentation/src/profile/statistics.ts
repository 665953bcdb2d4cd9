import { z } from 'zod';
import { TrainingError } from './training-error.ts';

/**
 * One statistic of the training data, as every dialect of SQL can give it. A profile is made of nothing else, so that
 * it may be computed where the data is.
 *
 * - `rows`: rows of the table, in `count`
 * - `present`, `missing`: rows in which a column has a value or none, in `count`
 * - `invalid`: rows in which a numeric column has a value that is not a number, in `count`
 * - `outliers`: rows further than `number` standard deviations from the mean, in `count`
 * - `mean`, `standard_deviation`, `minimum`, `maximum` of a numeric column, in `number`
 * - `frequent`: rows whose value is `number` and that are more than one bin's share, in `count`
 * - `at_most`: rows whose value is at most `number`, in `count`
 * - `category`: rows with a value, in `count`
 * - `leading_zeros`: rows whose text is a number with a leading zero, in `count`
 * - `confusion`: rows with a predicted `category` and an `actual` one, in `count`
 * - `score`: rows whose probability, rounded up to four digits, is `number`, in `count`
 * - `held_out`: held-out rows whose label is `category` and whose probability, rounded likewise, is `number`, in `count`;
 *   either is null where a row has none
 * - `mae`, `rmse`, `bias` of a regression's predictions, in `number`
 */
const statistic = z.object({
  column_name: z.string().nullable(),
  statistic: z.enum([
    'rows',
    'present',
    'missing',
    'invalid',
    'outliers',
    'mean',
    'standard_deviation',
    'minimum',
    'maximum',
    'frequent',
    'at_most',
    'category',
    'leading_zeros',
    'confusion',
    'score',
    'held_out',
    'mae',
    'rmse',
    'bias',
  ]),
  category: z.string().nullish(),
  actual: z.string().nullish(),
  number: z.coerce.number().nullish(),
  count: z.coerce.number().int().nonnegative().nullish(),
});

export type Statistic = z.infer<typeof statistic>;
export type StatisticName = Statistic['statistic'];

/**
 * The result of the printed SQL, as warehouses write it: an array of rows, or one row a line. Column names may be in
 * capitals, and numbers may be texts.
 *
 * @throws {TrainingError} for anything else
 */
export function parseStatistics(text: string): Statistic[] {
  const action = 'give the rows that the SQL of `driftline profile --sql` returns, as JSON or one JSON object a line.';
  let rows: unknown[];
  try {
    const whole = text.trim();
    rows = whole.startsWith('[')
      ? (JSON.parse(whole) as unknown[])
      : whole.split('\n').map((line) => JSON.parse(line) as unknown);
  } catch (error) {
    throw new TrainingError(`This is not JSON: ${action}`, { cause: error });
  }
  return rows.map((row, i) => {
    const result = statistic.safeParse(inSmallLetters(row));
    if (result.success) return result.data;
    throw new TrainingError(`Row ${i + 1} is not a statistic (${String(result.error.issues[0]?.message)}): ${action}`);
  });
}

function inSmallLetters(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value as unknown]));
}
