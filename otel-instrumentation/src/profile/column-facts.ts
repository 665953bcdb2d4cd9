import type { Database, Row } from './database.ts';
import { dialectOf, duckdbNumber } from './sql/dialect.ts';

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

/** Different texts of such numbers that are named. */
const HUGE_TEXTS = 10;

/** Values that are not numbers, from which their look is told. */
const TEXTS = 1000;

/** Rows of such values that are searched for different ones, to keep memory small. */
const TEXT_ROWS = 200_000;

/** Facts of some columns of one table, which one statement counts. */
export async function factsOf(
  database: Database,
  table: string,
  columns: readonly string[],
): Promise<ReadonlyMap<string, ColumnFacts>> {
  const { identifier, text } = dialectOf('duckdb');
  const zero = `v LIKE '0_%' AND regexp_full_match(v, '0\\d+')`;
  const values = columns.map((column) => `SELECT ${text(column)} AS c, ${identifier(column)} AS v FROM ${table}`);
  const counted = await database.rows(
    `WITH n AS (SELECT c, v, ${duckdbNumber('v')} AS d FROM (${values.join(' UNION ALL ')}) WHERE v IS NOT NULL)
     SELECT c, count(*) AS present, count(d) AS readable, approx_count_distinct(v) AS distinct,
       count(*) FILTER (WHERE isfinite(d)) AS numbers, count(*) FILTER (WHERE isfinite(d) AND d = floor(d)) AS whole,
       min(d) FILTER (WHERE isfinite(d)) AS minimum, max(d) FILTER (WHERE isfinite(d)) AS maximum,
       count(*) FILTER (WHERE ${zero}) AS zeros, min(v) FILTER (WHERE ${zero}) AS zero,
       count(*) FILTER (WHERE NOT isnan(d) AND abs(d) > ${HUGE}) AS huge FROM n GROUP BY c`,
  );
  const rows = new Map(counted.map((row) => [row['c'], row]));
  const facts = new Map<string, ColumnFacts>();
  for (const column of columns) facts.set(column, await oneOf(database, table, column, rows.get(column) ?? {}));
  return facts;
}

async function oneOf(database: Database, table: string, column: string, counts: Row): Promise<ColumnFacts> {
  const v = dialectOf('duckdb').identifier(column);
  const d = `(${duckdbNumber(v)})`;
  const number = (name: string): number => Number(counts[name] ?? 0);
  const texts = async (condition: string, most: number): Promise<string[]> => {
    const rows = await database.rows(
      `SELECT DISTINCT v FROM (SELECT ${v} AS v FROM ${table} WHERE ${condition} LIMIT ${TEXT_ROWS}) ORDER BY v LIMIT ${most}`,
    );
    return rows.map((row) => String(row['v']));
  };
  const { zero } = counts;
  return {
    present: number('present'),
    numbers: number('numbers'),
    distinct: number('distinct'),
    whole: number('whole'),
    minimum: number('minimum'),
    maximum: number('maximum'),
    leadingZeros: number('zeros'),
    huge: number('huge'),
    hugeTexts: number('huge') === 0 ? [] : await texts(`NOT isnan(${d}) AND abs(${d}) > ${HUGE}`, HUGE_TEXTS),
    texts: number('readable') === number('present') ? [] : await texts(`${v} IS NOT NULL AND ${d} IS NULL`, TEXTS),
    zeroText: typeof zero === 'string' ? zero : undefined,
  };
}
