import type { Statistic, StatisticName } from '../statistics.ts';
import type { Dialect } from './dialect.ts';

type Expressions = Partial<Record<Exclude<keyof Statistic, 'statistic' | 'column_name'>, string>>;

/** Named tables of a statement, and what it selects from them. */
interface Part {
  readonly tables: readonly string[];
  readonly selects: readonly string[];
}

/** Writes the SELECTs that compute statistics of one table; each returns rows of {@link Statistic}. */
export class StatisticsSql {
  readonly #dialect: Dialect;
  readonly #table: string;

  /** @param table - as written after FROM */
  constructor(dialect: Dialect, table: string) {
    this.#dialect = dialect;
    this.#table = table;
  }

  rows(): string {
    return `SELECT ${this.#columns(null, 'rows', { count: 'COUNT(*)' })} FROM ${this.#table}`;
  }

  /**
   * Mean, standard deviation, extremes, outliers and edges of a numeric column. Empty texts and NaN are missing, other
   * values that are not finite numbers are invalid, as a monitor counts them.
   *
   * @param bins - number of bins between quantiles, or their upper edges
   * @param outlierLimit - standard deviations beyond which a value is an outlier
   */
  numeric(column: string, bins: number | readonly number[], outlierLimit: number): string {
    const { finite, identifier, textType } = this.#dialect;
    const summary: readonly (readonly [StatisticName, Expressions])[] = [
      ['present', { count: 'present' }],
      ['missing', { count: 'missing' }],
      ['invalid', { count: 'given - present' }],
      ['mean', { number: 'mean' }],
      ['standard_deviation', { number: 'deviation' }],
      ['minimum', { number: 'minimum' }],
      ['maximum', { number: 'maximum' }],
    ];
    const { tables, selects } =
      typeof bins === 'number' ? this.#quantiles(column, bins) : this.#countsUpTo(column, bins);
    return [
      `WITH v AS (SELECT ${finite(identifier(column))} AS v,`,
      `  CASE WHEN LOWER(TRIM(CAST(${identifier(column)} AS ${textType}))) NOT IN ('', 'nan') THEN 1 END AS given`,
      `  FROM ${this.#table}),`,
      's AS (SELECT COUNT(v) AS present, COUNT(given) AS given, COUNT(*) - COUNT(given) AS missing, AVG(v) AS mean,',
      '  COALESCE(STDDEV_SAMP(v), 0) AS deviation, MIN(v) AS minimum, MAX(v) AS maximum FROM v),',
      // Around a constant there is no scale to measure a distance in.
      'o AS (SELECT COUNT(*) AS outliers FROM v CROSS JOIN s',
      `  WHERE deviation > 0 AND ABS(v - mean) > ${this.#number(outlierLimit)} * deviation),`,
      tables.join(',\n'),
      [
        ...summary.map(([name, expressions]) => `SELECT ${this.#columns(column, name, expressions)} FROM s`),
        `SELECT ${this.#columns(column, 'outliers', { number: this.#number(outlierLimit), count: 'outliers' })} FROM o`,
        ...selects,
      ].join('\nUNION ALL '),
    ].join('\n');
  }

  /**
   * Rows per value of a column, or of several joined by ` & `.
   *
   * @param most - number of values, the most frequent first
   */
  categories(name: string, columns: readonly string[], most: number): string {
    const { identifier, textType } = this.#dialect;
    const value = columns.map((column) => `CAST(${identifier(column)} AS ${textType})`).join(` || ' & ' || `);
    return [
      `WITH v AS (SELECT ${value} AS v FROM ${this.#table}),`,
      'c AS (SELECT v, COUNT(*) AS n FROM v WHERE v IS NOT NULL GROUP BY v ORDER BY n DESC, v',
      `  LIMIT ${most})`,
      `SELECT ${this.#columns(name, 'category', { category: 'v', count: 'n' })} FROM c`,
      `UNION ALL SELECT ${this.#columns(name, 'present', { count: 'COUNT(v)' })} FROM v`,
      `UNION ALL SELECT ${this.#columns(name, 'missing', { count: 'COUNT(*) - COUNT(v)' })} FROM v`,
    ].join('\n');
  }

  /** Rows per predicted and actual class. */
  confusion(prediction: string, label: string): string {
    const { identifier, textType } = this.#dialect;
    const text = (column: string): string => `CAST(${identifier(column)} AS ${textType})`;
    return [
      `WITH v AS (SELECT ${text(prediction)} AS p, ${text(label)} AS a FROM ${this.#table})`,
      `SELECT ${this.#columns(null, 'confusion', { category: 'p', actual: 'a', count: 'COUNT(*)' })} FROM v`,
      'WHERE p IS NOT NULL AND a IS NOT NULL GROUP BY p, a',
    ].join('\n');
  }

  /** Errors of a regression. */
  errors(prediction: string, label: string): string {
    const { finite, identifier } = this.#dialect;
    const measures = [
      ['mae', 'AVG(ABS(e))'],
      ['rmse', 'SQRT(AVG(e * e))'],
      ['bias', 'AVG(e)'],
    ] as const;
    return [
      `WITH v AS (SELECT ${finite(identifier(prediction))} - ${finite(identifier(label))} AS e FROM ${this.#table})`,
      measures.map(([name, number]) => `SELECT ${this.#columns(null, name, { number })} FROM v`).join('\nUNION ALL '),
    ].join('\n');
  }

  /**
   * Values that hold more than one bin's share, the largest value below each, and the quantiles of all other rows by as
   * many bins as are left. All come from the rows of each value in order, so the number of quantiles may depend on the
   * data, and no dialect's own quantile function is needed.
   */
  #quantiles(column: string, bins: number): Part {
    const upTo = (rows: string): string =>
      `SUM(${rows}) OVER (ORDER BY v ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
    // A quantile lies in a value's rows if a multiple of rest / bins does: in whole numbers, which are exact.
    const isQuantile = 'MOD(rest_up_to * rest_bins, rest) < rest_rows * rest_bins';
    return {
      tables: [
        'g AS (SELECT v, COUNT(*) AS n FROM v WHERE v IS NOT NULL GROUP BY v)',
        `f AS (SELECT v, n, CASE WHEN n * ${bins} > present THEN 1 ELSE 0 END AS frequent FROM g CROSS JOIN s)`,
        `t AS (SELECT ${bins} - SUM(frequent) AS rest_bins, NULLIF(SUM(n * (1 - frequent)), 0) AS rest FROM f)`,
        `r AS (SELECT v, frequent, n * (1 - frequent) AS rest_rows, ${upTo('n')} AS up_to,\n` +
          `  ${upTo('n * (1 - frequent)')} AS rest_up_to, LEAD(frequent) OVER (ORDER BY v) AS before_frequent FROM f)`,
        `e AS (SELECT v, up_to FROM r CROSS JOIN t WHERE frequent = 1 OR before_frequent = 1 OR ${isQuantile})`,
      ],
      selects: [
        `SELECT ${this.#columns(column, 'frequent', { number: 'v', count: 'n' })} FROM f WHERE frequent = 1`,
        `SELECT ${this.#columns(column, 'at_most', { number: 'v', count: 'up_to' })} FROM e`,
      ],
    };
  }

  #countsUpTo(column: string, edges: readonly number[]): Part {
    const numbers = edges.map((edge) => this.#number(edge));
    const counts = numbers.map((edge, i) => `SUM(CASE WHEN v <= ${edge} THEN 1 ELSE 0 END) AS n${i}`);
    return {
      tables: [`b AS (SELECT ${counts.join(', ')} FROM v)`],
      selects: numbers.map(
        (edge, i) => `SELECT ${this.#columns(column, 'at_most', { number: edge, count: `n${i}` })} FROM b`,
      ),
    };
  }

  #number(value: number): string {
    return `CAST('${value}' AS ${this.#dialect.numberType})`;
  }

  #columns(column: string | null, statistic: StatisticName, expressions: Expressions): string {
    const { text, textType, numberType, countType } = this.#dialect;
    const as = (expression: string, type: string, name: string): string => `CAST(${expression} AS ${type}) AS ${name}`;
    return [
      as(column === null ? 'NULL' : text(column), textType, 'column_name'),
      `${text(statistic)} AS statistic`,
      as(expressions.category ?? 'NULL', textType, 'category'),
      as(expressions.actual ?? 'NULL', textType, 'actual'),
      as(expressions.number ?? 'NULL', numberType, 'number'),
      as(expressions.count ?? 'NULL', countType, 'count'),
    ].join(', ');
  }
}
