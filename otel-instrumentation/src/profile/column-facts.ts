import type { Database } from './database.ts';
import { dialectOf, duckdbNumber } from './sql/dialect.ts';
import { TRAINING } from './training-table.ts';

/** What the values of one column are, as far as its kind and its privacy depend on it. */
export interface ColumnFacts {
  /** Rows with a value. */
  readonly present: number;
  /** Values that are finite numbers. */
  readonly numbers: number;
  /** Approximate number of different values. */
  readonly distinct: number;
  /** Numbers without a fraction. */
  readonly whole: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Whole numbers that begin with a zero, such as 007. */
  readonly leadingZeros: number;
  /** Rows whose number is too large to be a measurement, with different texts of them. */
  readonly huge: number;
  readonly hugeTexts: readonly string[];
  /** Some values that are not numbers. */
  readonly texts: readonly string[];
  /** A value with a leading zero. */
  readonly zeroText: string | undefined;
}

/** Beyond this, a number marks something: the marks for missing values of raster files begin at 3.4e38. */
const HUGE = '1e38';

/** Values that are not numbers, from which their look is told. */
const TEXTS = 1000;

/** Rows of such values that are searched for different ones, to keep memory small. */
const TEXT_ROWS = 200_000;

export async function factsOf(database: Database, column: string): Promise<ColumnFacts> {
  const { identifier, finite, text } = dialectOf('duckdb');
  const facts = await database.row(
    `WITH c AS (SELECT ${identifier(column)} AS v FROM ${TRAINING} WHERE ${identifier(column)} IS NOT NULL),
     n AS (SELECT v, ${finite('v')} AS x, ${duckdbNumber('v')} AS d,
       v[1] = '0' AND length(v) > 1 AND regexp_full_match(v, ${text('0\\d+')}) AS zero FROM c),
     f AS (SELECT *, NOT isnan(d) AND abs(d) > ${HUGE} AS huge FROM n)
     SELECT count(*) AS present, count(x) AS numbers, approx_count_distinct(v) AS distinct,
       count(*) FILTER (WHERE x = floor(x)) AS whole, min(x) AS minimum, max(x) AS maximum,
       count(*) FILTER (WHERE zero) AS "leadingZeros", min(v) FILTER (WHERE zero) AS "zeroText",
       count(*) FILTER (WHERE huge) AS huge,
       list_slice(list_sort(list(DISTINCT v) FILTER (WHERE huge)), 1, 10) AS "hugeTexts" FROM f`,
  );
  const texts = await database.rows(
    `SELECT DISTINCT v FROM (SELECT ${identifier(column)} AS v FROM ${TRAINING}
       WHERE ${identifier(column)} IS NOT NULL AND (${duckdbNumber(identifier(column))}) IS NULL LIMIT ${TEXT_ROWS})
       ORDER BY v LIMIT ${TEXTS}`,
  );
  const number = (name: string): number => Number(facts[name] ?? 0);
  return {
    present: number('present'),
    numbers: number('numbers'),
    distinct: number('distinct'),
    whole: number('whole'),
    minimum: number('minimum'),
    maximum: number('maximum'),
    leadingZeros: number('leadingZeros'),
    huge: number('huge'),
    hugeTexts: (facts['hugeTexts'] ?? []) as string[],
    texts: texts.map(({ v }) => String(v)),
    zeroText: facts['zeroText'] === null ? undefined : String(facts['zeroText']),
  };
}
