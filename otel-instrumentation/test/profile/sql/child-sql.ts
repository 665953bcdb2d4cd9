/** Prints the SQL of each request for the dialect that is named, as JSON: `child-sql.ts bigquery`. */
import type { DialectName } from '../../../src/profile/sql/dialect.ts';
import { profileSql } from '../../../src/profile/warehouse-profile.ts';
import { PEOPLE, REQUESTS } from './warehouse-requests.ts';

const name = process.argv[2] as DialectName;
console.log(JSON.stringify(await Promise.all(REQUESTS.map((request) => profileSql(name, PEOPLE, request)))));
