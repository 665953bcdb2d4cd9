import type { Database } from './database.ts';
import { dialectOf } from './sql/dialect.ts';
import type { Statistic } from './statistics.ts';

/** Values at which a large column is divided; between two of them lie so few rows that their values fit into memory. */
const SPLITS = 10_000;

/** Table of the numbers of one column. */
const NUMBERS = 'numbers';

/** Rows whose value is above one split and at most the next. */
interface Interval {
  readonly above: number;
  readonly upTo: number;
  readonly rows: number;
  /** Rows whose value is at most `above`. */
  readonly before: number;
}

/** A value with its rows. */
interface Group {
  readonly value: number;
  readonly rows: number;
}

/**
 * Frequent values and edges of a numeric column with so many different values that they are not counted one by one: the
 * same, to the row, as `StatisticsSql.numeric` gives. A sample divides the values; the rows between its values are
 * counted, and only those intervals are looked into in which an edge lies.
 *
 * @param table - as written after FROM
 * @param splits - values at which the column is divided
 */
export async function largeColumn(
  database: Database,
  table: string,
  column: string,
  bins: number,
  splits = SPLITS,
): Promise<readonly Statistic[]> {
  const { finite, identifier } = dialectOf('duckdb');
  // Texts are read as numbers once; what follows reads the column several times.
  await database.run(
    `CREATE OR REPLACE TABLE ${NUMBERS} AS SELECT v FROM (SELECT ${finite(identifier(column))} AS v FROM ${table}) WHERE v IS NOT NULL`,
  );
  const edges = await edgesOf(new LargeColumn(database, splits), column, bins);
  await database.run(`DROP TABLE ${NUMBERS}`);
  return edges;
}

async function edgesOf(values: LargeColumn, column: string, bins: number): Promise<readonly Statistic[]> {
  const intervals = await values.intervals();
  const last = intervals.at(-1);
  const present = last === undefined ? 0 : last.before + last.rows;
  const isFrequent = (rows: number): boolean => rows * bins > present;

  const crowded = await values.groups(intervals.filter(({ rows }) => isFrequent(rows)));
  const frequent = crowded.filter(({ rows }) => isFrequent(rows));
  const isRest = ({ value }: Group): boolean => !frequent.some((each) => each.value === value);
  const frequentRows = (inside: (value: number) => boolean): number =>
    frequent.reduce((sum, { value, rows }) => sum + (inside(value) ? rows : 0), 0);
  const rest = present - frequentRows(() => true);
  const restBins = bins - frequent.length;
  // Whether a multiple of rest / restBins lies above `below` and up to `upTo`, in whole numbers, which are exact.
  const holdsQuantile = (below: number, upTo: number): boolean =>
    rest > 0 && upTo > below && (upTo * restBins) % rest < (upTo - below) * restBins;

  const edges = new Map<number, number>();
  const looked = intervals.filter(({ above, upTo, rows, before }) => {
    const below = before - frequentRows((value) => value <= above);
    const inside = rows - frequentRows((value) => value > above && value <= upTo);
    return holdsQuantile(below, below + inside) || frequent.some(({ value }) => value > above && value <= upTo);
  });
  const groups = await values.groups(looked);
  const below = await values.largestBelow(frequent.map(({ value }) => value));
  for (const { above, upTo, before } of looked) {
    let all = before;
    let restUpTo = before - frequentRows((value) => value <= above);
    for (const group of groups.filter(({ value }) => value > above && value <= upTo)) {
      const lower = below.get(group.value);
      if (lower !== undefined) edges.set(lower, all);
      all += group.rows;
      const restBelow = restUpTo;
      if (isRest(group)) restUpTo += group.rows;
      if (!isRest(group) || holdsQuantile(restBelow, restUpTo)) edges.set(group.value, all);
    }
  }
  const statistic = (name: 'frequent' | 'at_most', number: number, count: number): Statistic => ({
    column_name: column,
    statistic: name,
    number,
    count,
  });
  return [
    ...frequent.map(({ value, rows }) => statistic('frequent', value, rows)),
    ...[...edges].map(([value, count]) => statistic('at_most', value, count)),
  ];
}

class LargeColumn {
  readonly #database: Database;
  readonly #splits: number;

  constructor(database: Database, splits: number) {
    this.#database = database;
    this.#splits = splits;
  }

  /** All rows by interval, from low to high. */
  async intervals(): Promise<readonly Interval[]> {
    const sample = await this.#database.rows(
      `SELECT DISTINCT v FROM (SELECT v FROM ${NUMBERS} USING SAMPLE reservoir(${this.#splits} ROWS) REPEATABLE (1)) ORDER BY v`,
    );
    const splits = sample.map(({ v }) => Number(v));
    if (splits.length === 0) return [];
    const counted = await this.#database.rows(
      `SELECT e.key AS split, e.value AS rows FROM (SELECT unnest(map_entries(histogram(v, ${listOf(splits)}))) AS e FROM ${NUMBERS})`,
    );
    const rowsUpTo = new Map(counted.map(({ split, rows }) => [Number(split), Number(rows)]));
    let before = 0;
    return [...splits, Infinity].map((upTo, i) => {
      const rows = rowsUpTo.get(upTo) ?? 0;
      before += rows;
      return { above: splits[i - 1] ?? -Infinity, upTo, rows, before: before - rows };
    });
  }

  /** The values of some intervals, from low to high. */
  async groups(intervals: readonly Interval[]): Promise<readonly Group[]> {
    if (intervals.length === 0) return [];
    const within = intervals.map(({ above, upTo }) => `(v > ${numberOf(above)} AND v <= ${numberOf(upTo)})`);
    const rows = await this.#database.rows(
      `SELECT v, count(*) AS n FROM ${NUMBERS} WHERE ${within.join(' OR ')} GROUP BY v ORDER BY v`,
    );
    return rows.map(({ v, n }) => ({ value: Number(v), rows: Number(n) }));
  }

  /** The largest value below each of some values, if there is one. */
  async largestBelow(values: readonly number[]): Promise<ReadonlyMap<number, number>> {
    if (values.length === 0) return new Map();
    const row = await this.#database.row(
      `SELECT ${values.map((value, i) => `max(v) FILTER (WHERE v < ${numberOf(value)}) AS v${i}`).join(', ')} FROM ${NUMBERS}`,
    );
    const found = values.map((value, i): [number, unknown] => [value, row[`v${i}`]]);
    return new Map(found.filter((each): each is [number, number] => typeof each[1] === 'number'));
  }
}

function numberOf(value: number): string {
  return `CAST('${value}' AS DOUBLE)`;
}

function listOf(values: readonly number[]): string {
  return `[${values.map((value) => `'${value}'`).join(', ')}]::DOUBLE[]`;
}
