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
}

export const DIALECTS = ['bigquery', 'snowflake', 'duckdb'] as const;
export type DialectName = (typeof DIALECTS)[number];

const quoted = (quote: string, value: string): string => `${quote}${value.replaceAll(quote, quote + quote)}${quote}`;

const duckdb: Dialect = {
  name: 'duckdb',
  identifier: (name) => quoted('"', name),
  text: (value) => quoted("'", value),
  textType: 'VARCHAR',
  numberType: 'DOUBLE',
  countType: 'BIGINT',
  finite: (column) => {
    const number = `TRY_CAST(${column} AS DOUBLE)`;
    return `CASE WHEN isfinite(${number}) THEN ${number} END`;
  },
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
};

const BY_NAME: Record<DialectName, Dialect> = { duckdb, snowflake, bigquery };

export function dialectOf(name: DialectName): Dialect {
  return BY_NAME[name];
}
