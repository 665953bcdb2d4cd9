/** What differs between the databases in which a profile can be computed. */
export interface Dialect {
  readonly name: DialectName;
  identifier(name: string): string;
  text(value: string): string;
  readonly textType: string;
  readonly numberType: string;
  readonly countType: string;
  /** A column as a number; NULL for infinities and for what is not a number. */
  finite(column: string): string;
  /** A text without white space around it. */
  trim(value: string): string;
  /** Whether the whole of a text matches a regular expression. */
  matches(value: string, pattern: string): string;
  /** A text without what matches a regular expression. */
  without(value: string, pattern: string): string;
}

export const DIALECTS = ['bigquery', 'snowflake', 'duckdb'] as const;
export type DialectName = (typeof DIALECTS)[number];

const quoted = (quote: string, value: string): string => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;

/** A text as a number, infinities too; NULL for what is none. The cast alone would take 1_000. */
export function duckdbNumber(column: string): string {
  return `CASE WHEN NOT contains(CAST(${column} AS VARCHAR), '_') THEN TRY_CAST(${column} AS DOUBLE) END`;
}

const duckdb: Dialect = {
  name: 'duckdb',
  identifier: (name) => quoted('"', name),
  text: (value) => quoted("'", value),
  textType: 'VARCHAR',
  numberType: 'DOUBLE',
  countType: 'BIGINT',
  finite: (column) => {
    const number = duckdbNumber(column);
    return `CASE WHEN isfinite(${number}) THEN ${number} END`;
  },
  trim: (value) => `trim(${value}, E' \\t\\n\\r\\v\\f' || chr(160) || chr(65279))`,
  matches: (value, pattern) => `regexp_full_match(${value}, ${duckdb.text(pattern)})`,
  without: (value, pattern) => `regexp_replace(${value}, ${duckdb.text(pattern)}, '', 'g')`,
};

const snowflake: Dialect = {
  name: 'snowflake',
  identifier: (name) => quoted('"', name),
  // A backslash begins an escape in Snowflake's texts.
  text: (value) => quoted("'", value.replaceAll('\\', '\\\\')),
  textType: 'VARCHAR',
  numberType: 'FLOAT',
  countType: 'BIGINT',
  finite: (column) => {
    const number = `CAST(${column} AS FLOAT)`;
    return `CASE WHEN ${number} - ${number} = 0 THEN ${number} END`;
  },
  trim: (value) => `TRIM(${value}, ' \\t\\n\\r\\f')`,
  matches: (value, pattern) => `REGEXP_LIKE(${value}, ${snowflake.text(pattern)})`,
  without: (value, pattern) => `REGEXP_REPLACE(${value}, ${snowflake.text(pattern)}, '')`,
};

const bigquery: Dialect = {
  name: 'bigquery',
  identifier: (name) => `\`${name.replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``,
  text: (value) => `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`,
  textType: 'STRING',
  numberType: 'FLOAT64',
  countType: 'INT64',
  finite: (column) => {
    const number = `SAFE_CAST(${column} AS FLOAT64)`;
    return `CASE WHEN NOT (IS_NAN(${number}) OR IS_INF(${number})) THEN ${number} END`;
  },
  trim: (value) => `TRIM(${value})`,
  matches: (value, pattern) => `REGEXP_CONTAINS(${value}, ${bigquery.text(`^(?:${pattern})$`)})`,
  without: (value, pattern) => `REGEXP_REPLACE(${value}, ${bigquery.text(pattern)}, '')`,
};

const BY_NAME: Record<DialectName, Dialect> = { duckdb, snowflake, bigquery };

export function dialectOf(name: DialectName): Dialect {
  return BY_NAME[name];
}
