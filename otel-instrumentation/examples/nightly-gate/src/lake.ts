/** `npm run lake -- FOLDER`: writes the hours of bike sharing as a lake would hold them, Parquet by year and month. */
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const HOURS = fileURLToPath(new URL('../../bike-sharing/data/hour.csv.gz', import.meta.url));

const [, , folder = 'lake'] = process.argv;
const instance = await DuckDBInstance.create();
const connection = await instance.connect();
const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
await connection.run(
  `COPY (SELECT 2011 + yr AS year, format('{:02d}', mnth) AS month, season, holiday, workingday, hr, temp, atemp, hum,
     windspeed, casual, registered, cnt FROM read_csv(${text(HOURS)}))
   TO ${text(folder)} (FORMAT parquet, PARTITION_BY (year, month), OVERWRITE_OR_IGNORE)`,
);
connection.closeSync();
