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
  /** Texts in the order of their characters, whatever language the database speaks. */
  ordered(value: string): string;
  /** The statement whose result the user hands over, from one that gives rows. */
  result(select: string): string;
}

export const DIALECTS = ['bigquery', 'snowflake', 'postgres', 'duckdb'] as const;
export type DialectName = (typeof DIALECTS)[number];

const quoted = (quote: string, value: string): string => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;

/** A text as a number, infinities too; NULL for what is none. The cast alone would take 1_000. */
export function duckdbNumber(column: string): string {
  return `CASE WHEN NOT contains(CAST(${column} AS VARCHAR), '_') THEN TRY_CAST(${column} AS DOUBLE) END`;
}

/** What `String.prototype.trim` takes away, so that a text has one label in training and live: ECMA-262, WhiteSpace and LineTerminator. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** The same as a text of Snowflake and BigQuery, and after an E of Postgres: all know this escape. */
const ESCAPED_SPACES = `'${[...SPACES].map((space) => `\\u${space.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}'`;

/** What compares texts byte by byte, and has a client that prints rows as JSON. */
const BINARY_ROWS: Pick<Dialect, 'ordered' | 'result'> = { ordered: (value) => value, result: (select) => select };

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
  // Written out: the parser of DuckDB knows no escape for most of them, and takes that of some for a letter.
  // Most texts begin and end with a letter of ASCII, which is seen ten times faster than trimmed.
  trim: (value) =>
    `CASE WHEN regexp_matches(${value}, '^[!-~](.*[!-~])?$', 's') THEN ${value} ELSE trim(${value}, ${duckdb.text(SPACES)}) END`,
  matches: (value, pattern) => `regexp_full_match(${value}, ${duckdb.text(pattern)})`,
  without: (value, pattern) => `regexp_replace(${value}, ${duckdb.text(pattern)}, '', 'g')`,
  ...BINARY_ROWS,
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
    // A cast of a text that is no number would end the statement, and that of a number to a text may round it.
    const number = `COALESCE(AS_DOUBLE(TO_VARIANT(${column})), TRY_TO_DOUBLE(CAST(${column} AS VARCHAR)))`;
    return `CASE WHEN ${number} - ${number} = 0 THEN ${number} END`;
  },
  trim: (value) => `TRIM(${value}, ${ESCAPED_SPACES})`,
  matches: (value, pattern) => `REGEXP_LIKE(${value}, ${snowflake.text(pattern)})`,
  without: (value, pattern) => `REGEXP_REPLACE(${value}, ${snowflake.text(pattern)}, '')`,
  ...BINARY_ROWS,
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
  trim: (value) => `TRIM(${value}, ${ESCAPED_SPACES})`,
  matches: (value, pattern) => `REGEXP_CONTAINS(${value}, ${bigquery.text(`^(?:${pattern})$`)})`,
  without: (value, pattern) => `REGEXP_REPLACE(${value}, ${bigquery.text(pattern)}, '')`,
  ...BINARY_ROWS,
};

/**
 * A number of at most a hundred characters and below 1e200, which no double is too small for. A cast of anything else would
 * end the statement, and only Postgres 16 and later can be asked before.
 */
const POSTGRES_NUMBER = String.raw`\s*[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?0*1?[0-9]{1,2})?\s*`;
const POSTGRES_LONGEST = 100;

/** Versions from 12 on, with texts in UTF-8. */
const postgres: Dialect = {
  name: 'postgres',
  identifier: (name) => quoted('"', name),
  text: (value) => quoted("'", value),
  textType: 'TEXT',
  numberType: 'DOUBLE PRECISION',
  countType: 'BIGINT',
  finite: (column) => {
    const text = `CAST(${column} AS TEXT)`;
    const isNumber = `LENGTH(${text}) <= ${POSTGRES_LONGEST} AND ${postgres.matches(text, POSTGRES_NUMBER)}`;
    return `CASE WHEN ${isNumber} THEN CAST(${text} AS DOUBLE PRECISION) END`;
  },
  trim: (value) => `BTRIM(${value}, E${ESCAPED_SPACES})`,
  matches: (value, pattern) => `${value} ~ ${postgres.text(`^(?:${pattern})$`)}`,
  without: (value, pattern) => `REGEXP_REPLACE(${value}, ${postgres.text(pattern)}, '', 'g')`,
  ordered: (value) => `${value} COLLATE "C"`,
  // Its client prints no JSON.
  result: (select) => `SELECT ROW_TO_JSON(s) FROM (\n${select}\n) AS s`,
};

const BY_NAME: Record<DialectName, Dialect> = { duckdb, snowflake, bigquery, postgres };

export function dialectOf(name: DialectName): Dialect {
  return BY_NAME[name];
}
