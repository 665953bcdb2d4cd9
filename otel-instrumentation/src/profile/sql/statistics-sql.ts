import type { Statistic, StatisticName } from '../statistics.ts';
import type { Dialect } from './dialect.ts';

type Expressions = Partial<Record<Exclude<keyof Statistic, 'statistic' | 'column_name'>, string>>;

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
   * Mean, standard deviation, extremes and bins of a numeric column.
   *
   * @param bins - number of bins between quantiles, or their upper edges
   */
  numeric(column: string, bins: number | readonly number[]): string {
    const { finite, identifier } = this.#dialect;
    const summary: readonly (readonly [StatisticName, Expressions])[] = [
      ['present', { count: 'present' }],
      ['missing', { count: 'missing' }],
      ['mean', { number: 'mean' }],
      ['standard_deviation', { number: 'deviation' }],
      ['minimum', { number: 'minimum' }],
      ['maximum', { number: 'maximum' }],
    ];
    const edges = typeof bins === 'number' ? bins - 1 : bins.length;
    const selects = [
      ...summary.map(([name, expressions]) => `SELECT ${this.#columns(column, name, expressions)} FROM s`),
      ...Array.from({ length: edges }, (_, i) => i + 1).map(
        (i) =>
          `SELECT ${this.#columns(column, 'at_most', { number: typeof bins === 'number' ? `e${i}` : this.#edge(bins, i), count: `n${i}` })} FROM b`,
      ),
    ];
    return [
      `WITH v AS (SELECT ${finite(identifier(column))} AS v FROM ${this.#table}),`,
      's AS (SELECT COUNT(v) AS present, COUNT(*) - COUNT(v) AS missing, AVG(v) AS mean,',
      '  COALESCE(STDDEV_SAMP(v), 0) AS deviation, MIN(v) AS minimum, MAX(v) AS maximum FROM v)',
      ...(edges > 0 ? [this.#bins(bins, edges)] : []),
      selects.join('\nUNION ALL '),
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

  #bins(bins: number | readonly number[], edges: number): string {
    const counts = Array.from({ length: edges }, (_, i) => i + 1).map(
      (i) => `SUM(CASE WHEN v <= ${this.#edge(bins, i)} THEN 1 ELSE 0 END) AS n${i}`,
    );
    if (typeof bins !== 'number') return `, b AS (SELECT ${counts.join(', ')} FROM v)`;
    const shares = Array.from({ length: edges }, (_, i) => (i + 1) / bins);
    const { quantiles, oneRow } = this.#dialect;
    const found = Array.from({ length: edges }, (_, i) => this.#dialect.quantile(i + 1));
    // A quantile is the same in every row, so the largest is that one.
    const kept = found.map((edge, i) => `MAX(${edge}) AS e${i + 1}`);
    return [
      `, q AS (SELECT ${quantiles(shares)} FROM v WHERE v IS NOT NULL${oneRow})`,
      `, b AS (SELECT ${[...kept, ...counts].join(', ')} FROM v CROSS JOIN q)`,
    ].join('\n');
  }

  #edge(bins: number | readonly number[], i: number): string {
    if (typeof bins === 'number') return this.#dialect.quantile(i);
    return `CAST('${bins[i - 1]}' AS ${this.#dialect.numberType})`;
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
