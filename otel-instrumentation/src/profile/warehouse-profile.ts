import type { ReferenceProfile } from '@driftline/shared';
import { assembleProfile } from './assemble-profile.ts';
import { withBinsOf } from './bins-of-profile.ts';
import { heldOutStatisticsOf, partsOf, statisticsOf, type ProfileParts } from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { dialectOf, type DialectName } from './sql/dialect.ts';
import { StatisticsSql } from './sql/statistics-sql.ts';
import type { Statistic } from './statistics.ts';
import { TrainingError } from './training-error.ts';

/**
 * The SQL that computes a profile's statistics in a warehouse: one statement, whose rows `profileFromStatistics` takes.
 *
 * @param table - its name, with dots between its parts
 * @throws {TrainingError} when the request leaves open what only the data could tell
 */
export async function profileSql(name: DialectName, table: string, request: ProfileRequest): Promise<string> {
  const dialect = dialectOf(name);
  const { calibrateOn = [] } = request;
  if (calibrateOn.length > 1) throw new TrainingError('With --sql, --calibrate-on names one table: give it once.');
  const sqlOf = (of: string): StatisticsSql => {
    const quoted = of.split('.').map(dialect.identifier).join('.');
    return new StatisticsSql(dialect, () => quoted, request.missing);
  };
  const parts = await knownParts(request);
  const statements = [
    ...statisticsOf(parts, completed(request, parts), sqlOf(table)),
    ...calibrateOn.flatMap((held) => heldOutStatisticsOf(parts, request, sqlOf(held))),
  ];
  const selects = statements.map((statement, i) => `SELECT * FROM (\n${statement}\n) AS s${i}`);
  return `${dialect.result(selects.join('\nUNION ALL\n'))};`;
}

/**
 * The profile from the result of that SQL.
 *
 * @param request - the same as for the SQL
 * @throws {TrainingError} when a statistic is missing
 */
export async function profileFromStatistics(
  statistics: readonly Statistic[],
  request: ProfileRequest,
  warn?: (sentence: string) => void,
): Promise<ReferenceProfile> {
  const parts = await knownParts(request);
  return assembleProfile(statistics, completed(request, parts, warn), parts, warn);
}

/** The request with the bins of the profile that it names. */
function completed(request: ProfileRequest, parts: ProfileParts, warn?: (sentence: string) => void): ProfileRequest {
  return request.binsOf === undefined ? request : withBinsOf(request.binsOf, request, parts, warn);
}

/** The role of each column by the request alone. */
function knownParts(request: ProfileRequest): Promise<ProfileParts> {
  const features = request.features ?? Object.keys(request.types ?? {});
  if (features.length === 0) {
    throw new TrainingError(
      'Without the data nothing can be inferred: name the columns with --numeric and --categorical.',
    );
  }
  const scores = [request.score, ...Object.values(request.scoreOf ?? {})];
  const named = [request.label, request.prediction, ...scores].filter((column) => column !== undefined);
  const grouping = (request.groups ?? []).flatMap((group) => group.split(','));
  const columns = [...new Set([...features, ...named, ...grouping.map((column) => column.trim())])];
  const facts = {
    kindOf: (column: string): never => {
      throw new TrainingError(
        `Without the data the kind of column ${column} is unknown: name it with --numeric or --categorical.`,
      );
    },
    // The columns are named.
    exclusionOf: () => undefined,
    distinctOf: () => 0,
  };
  return partsOf({ ...request, features, task: request.task ?? 'classification' }, columns, facts);
}
