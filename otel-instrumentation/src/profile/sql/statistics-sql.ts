import type { Statistic, StatisticName } from '../statistics.ts';
import type { Dialect } from './dialect.ts';
import { LabelSql } from './label-sql.ts';

type Expressions = Partial<Record<Exclude<keyof Statistic, 'statistic' | 'column_name'>, string>>;

/** Named tables of a statement, and what it selects from them. */
interface Part {
  readonly tables: readonly string[];
  readonly selects: readonly string[];
}

/** Writes the SELECTs that compute statistics of one table; each returns rows of {@link Statistic}. */
export class StatisticsSql {
  readonly #dialect: Dialect;
  readonly #tableOf: (column: string | null) => string;
  readonly #label: LabelSql;

  /**
   * @param tableOf - gives what is written after FROM to read a column, or all rows
   * @param missing - texts that mean a missing value, as far as the table still has them
   */
  constructor(dialect: Dialect, tableOf: (column: string | null) => string, missing?: readonly string[]) {
    this.#dialect = dialect;
    this.#tableOf = tableOf;
    this.#label = new LabelSql(dialect, missing);
  }

  rows(): string {
    return `SELECT ${this.#columns(null, 'rows', { count: 'COUNT(*)' })} FROM ${this.#tableOf(null)}`;
  }

  /**
   * Mean, standard deviation, extremes, outliers and edges of numeric columns. Empty texts and NaN are missing, other
   * values that are not finite numbers are invalid, as a monitor counts them.
   *
   * @param columns - of one statement: one for each row of a long table, so that a statement may do for many
   * @param bins - number of bins between quantiles, or their upper edges; without either, no edges are looked for
   * @param outlierLimit - standard deviations beyond which a value is an outlier
   */
  numeric(columns: readonly string[], bins: number | readonly number[] | undefined, outlierLimit: number): string {
    const summary: readonly (readonly [StatisticName, Expressions])[] = [
      ['present', { count: 'present' }],
      ['missing', { count: 'missing' }],
      ['invalid', { count: 'given - present' }],
      ['mean', { number: 'mean' }],
      ['standard_deviation', { number: 'deviation' }],
      ['minimum', { number: 'minimum' }],
      ['maximum', { number: 'maximum' }],
      ['outliers', { number: this.#number(outlierLimit), count: 'outliers' }],
    ];
    const { tables, selects } =
      bins === undefined || (typeof bins === 'object' && bins.length === 0)
        ? { tables: [], selects: [] }
        : typeof bins === 'number'
          ? this.#quantiles(bins)
          : this.#countsUpTo(bins);
    return [
      `WITH v AS (${columns.map((column) => this.#values(column)).join('\n  UNION ALL ')}),`,
      's AS (SELECT c, COUNT(v) AS present, COUNT(given) AS given, COUNT(*) - COUNT(given) AS missing, AVG(v) AS mean,',
      '  COALESCE(STDDEV_SAMP(v), 0) AS deviation, MIN(v) AS minimum, MAX(v) AS maximum FROM v GROUP BY c),',
      [
        // Around a constant there is no scale to measure a distance in.
        'o AS (SELECT s.c, COUNT(v) AS outliers FROM s LEFT JOIN v ON v.c = s.c AND deviation > 0 AND\n' +
          `  ABS(v - mean) > ${this.#number(outlierLimit)} * deviation GROUP BY s.c)`,
        ...tables,
      ].join(',\n'),
      [
        ...summary.map(
          ([name, expressions]) =>
            `SELECT ${this.#columnsOf('c', name, expressions)} FROM ${name === 'outliers' ? 'o' : 's'}`,
        ),
        ...selects,
      ].join('\nUNION ALL '),
    ].join('\n');
  }

  /**
   * Rows per value of a column, or of several joined by ` & `. Texts of the same number are one value, unless a number of
   * the column has a leading zero.
   *
   * @param most - number of values, the most frequent first
   * @param verbatim - whether texts are values as they are written in any case
   * @param first - values that are counted besides these, however few rows have them
   */
  categories(
    name: string,
    columns: readonly string[],
    most: number,
    verbatim: boolean,
    first: readonly string[] = [],
  ): string {
    const { identifier, text, textType } = this.#dialect;
    const forms = first.map(text).flatMap((each) => [each, this.#label.together(each)]);
    const order = forms.length === 0 ? '' : `CASE WHEN v IN (${forms.join(', ')}) THEN 0 ELSE 1 END, `;
    const texts = columns.map((column, i) => `CAST(${identifier(column)} AS ${textType}) AS v${i}`);
    const names = columns.map((_, i) => `v${i}`);
    const joined = (label: (text: string) => string): string => names.map(label).join(` || ' & ' || `);
    const zeros = names.map((each) => this.#label.hasLeadingZeros(each)).join(' OR ');
    const written = joined((each) => each);
    const together = joined((each) => this.#label.together(each));
    return [
      `WITH t AS (SELECT ${texts.join(', ')} FROM ${this.#tableOf(columns[0] ?? null)}),`,
      // Texts are read after equal ones are counted, since a column has few different ones.
      `r AS (SELECT ${names.join(', ')}, COUNT(*) AS n FROM t GROUP BY ${names.join(', ')}),`,
      `g AS (SELECT ${names.map((each) => `${this.#label.trimmed(each)} AS ${each}`).join(', ')}, n FROM r),`,
      `z AS (SELECT COALESCE(SUM(CASE WHEN ${zeros} THEN n ELSE 0 END), 0) AS zeros FROM g),`,
      `v AS (SELECT ${verbatim ? written : `CASE WHEN zeros > 0 THEN ${written} ELSE ${together} END`} AS v, n`,
      '  FROM g CROSS JOIN z),',
      'c AS (SELECT v, SUM(n) AS n FROM v WHERE v IS NOT NULL GROUP BY v',
      `  ORDER BY ${order}n DESC, ${this.#dialect.ordered('v')} LIMIT ${most + forms.length})`,
      `SELECT ${this.#columns(name, 'category', { category: 'v', count: 'n' })} FROM c`,
      `UNION ALL SELECT ${this.#columns(name, 'present', { count: 'COALESCE(SUM(n), 0)' })} FROM v WHERE v IS NOT NULL`,
      `UNION ALL SELECT ${this.#columns(name, 'missing', { count: 'COALESCE(SUM(n), 0)' })} FROM v WHERE v IS NULL`,
      `UNION ALL SELECT ${this.#columns(name, 'leading_zeros', { count: 'zeros' })} FROM z`,
    ].join('\n');
  }

  /** Rows per predicted and actual class. */
  confusion(prediction: string, label: string): string {
    const { identifier, textType } = this.#dialect;
    const text = (column: string): string => this.#label.trimmed(`CAST(${identifier(column)} AS ${textType})`);
    return [
      `WITH v AS (SELECT ${text(prediction)} AS p, ${text(label)} AS a FROM ${this.#tableOf(label)})`,
      `SELECT ${this.#columns(null, 'confusion', { category: 'p', actual: 'a', count: 'COUNT(*)' })} FROM v`,
      'WHERE p IS NOT NULL AND a IS NOT NULL GROUP BY p, a',
    ].join('\n');
  }

  /** Rows by probability, rounded up to four digits; what 32 bits round is no more than an edge. */
  scores(column: string): string {
    return [
      `WITH v AS (SELECT ${this.#probability(column)} AS v FROM ${this.#tableOf(column)})`,
      `SELECT ${this.#columns(column, 'score', { number: 'v', count: 'COUNT(*)' })} FROM v`,
      'WHERE v IS NOT NULL GROUP BY v',
    ].join('\n');
  }

  /** Rows by label and by such a probability, those without either too. */
  heldOut(label: string, column: string): string {
    const { identifier, textType } = this.#dialect;
    const text = this.#label.trimmed(`CAST(${identifier(label)} AS ${textType})`);
    return [
      `WITH v AS (SELECT ${text} AS a, ${this.#probability(column)} AS v FROM ${this.#tableOf(column)})`,
      `SELECT ${this.#columns(column, 'held_out', { category: 'a', number: 'v', count: 'COUNT(*)' })} FROM v GROUP BY a, v`,
    ].join('\n');
  }

  /** Errors of a regression. */
  errors(prediction: string, label: string): string {
    const { identifier } = this.#dialect;
    const number = (column: string): string => this.#label.number(identifier(column));
    const measures = [
      ['mae', 'AVG(ABS(e))'],
      ['rmse', 'SQRT(AVG(e * e))'],
      ['bias', 'AVG(e)'],
    ] as const;
    return [
      `WITH v AS (SELECT ${number(prediction)} - ${number(label)} AS e FROM ${this.#tableOf(label)})`,
      measures.map(([name, number]) => `SELECT ${this.#columns(null, name, { number })} FROM v`).join('\nUNION ALL '),
    ].join('\n');
  }

  /**
   * Values that hold more than one bin's share, the largest value below each, and the quantiles of all other rows by as
   * many bins as are left. All come from the rows of each value in order, so the number of quantiles may depend on the
   * data, and no dialect's own quantile function is needed.
   */
  #quantiles(bins: number): Part {
    const upTo = (rows: string): string =>
      `SUM(${rows}) OVER (PARTITION BY r.c ORDER BY v ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`;
    // A quantile lies in a value's rows if a multiple of rest / bins does: in whole numbers, which are exact.
    const isQuantile = 'MOD(rest_up_to * rest_bins, rest) < rest_rows * rest_bins';
    return {
      tables: [
        'g AS (SELECT c, v, COUNT(*) AS n FROM v WHERE v IS NOT NULL GROUP BY c, v)',
        `f AS (SELECT g.c, v, n, CASE WHEN n * ${bins} > present THEN 1 ELSE 0 END AS frequent FROM g JOIN s ON g.c = s.c)`,
        `t AS (SELECT c, ${bins} - SUM(frequent) AS rest_bins, NULLIF(SUM(n * (1 - frequent)), 0) AS rest FROM f GROUP BY c)`,
        `r AS (SELECT r.c, v, frequent, n * (1 - frequent) AS rest_rows, ${upTo('n')} AS up_to,\n` +
          `  ${upTo('n * (1 - frequent)')} AS rest_up_to,\n` +
          '  LEAD(frequent) OVER (PARTITION BY r.c ORDER BY v) AS before_frequent FROM f AS r)',
        `e AS (SELECT r.c, v, up_to FROM r JOIN t ON r.c = t.c\n  WHERE frequent = 1 OR before_frequent = 1 OR ${isQuantile})`,
      ],
      selects: [
        `SELECT ${this.#columnsOf('c', 'frequent', { number: 'v', count: 'n' })} FROM f WHERE frequent = 1`,
        `SELECT ${this.#columnsOf('c', 'at_most', { number: 'v', count: 'up_to' })} FROM e`,
      ],
    };
  }

  #countsUpTo(edges: readonly number[]): Part {
    const numbers = edges.map((edge) => this.#number(edge));
    const counts = numbers.map((edge, i) => `SUM(CASE WHEN v <= ${edge} THEN 1 ELSE 0 END) AS n${i}`);
    return {
      tables: [`b AS (SELECT c, ${counts.join(', ')} FROM v GROUP BY c)`],
      selects: numbers.map(
        (edge, i) => `SELECT ${this.#columnsOf('c', 'at_most', { number: edge, count: `n${i}` })} FROM b`,
      ),
    };
  }

  /** A column as rows of a long table: its name, its numbers, and whether there is a value at all. */
  #values(column: string): string {
    const { identifier, text, textType } = this.#dialect;
    const given = this.#label.isPresent(`CAST(${identifier(column)} AS ${textType})`);
    return (
      `SELECT ${text(column)} AS c, ${this.#label.number(identifier(column))} AS v, CASE WHEN ${given} THEN 1 END AS given ` +
      `FROM ${this.#tableOf(column)}`
    );
  }

  #probability(column: string): string {
    return `CEIL(${this.#label.number(this.#dialect.identifier(column))} * 10000 - 0.01) / 10000`;
  }

  #number(value: number): string {
    return `CAST('${value}' AS ${this.#dialect.numberType})`;
  }

  #columns(column: string | null, statistic: StatisticName, expressions: Expressions): string {
    return this.#columnsOf(column === null ? 'NULL' : this.#dialect.text(column), statistic, expressions);
  }

  /** @param column - an expression */
  #columnsOf(column: string, statistic: StatisticName, expressions: Expressions): string {
    const { text, textType, numberType, countType } = this.#dialect;
    const as = (expression: string, type: string, name: string): string => `CAST(${expression} AS ${type}) AS ${name}`;
    return [
      as(column, textType, 'column_name'),
      `${text(statistic)} AS statistic`,
      as(expressions.category ?? 'NULL', textType, 'category'),
      as(expressions.actual ?? 'NULL', textType, 'actual'),
      as(expressions.number ?? 'NULL', numberType, 'number'),
      as(expressions.count ?? 'NULL', countType, 'count'),
    ].join(', ');
  }
}
