import type { Database } from './database.ts';
import { largeColumn } from './large-column.ts';
import {
  heldOutStatisticsOf,
  numericColumns,
  statisticsOf,
  type NumericPlan,
  type ProfileParts,
} from './profile-parts.ts';
import type { ProfileRequest } from './profile-request.ts';
import { stepOf, type Progress } from './progress.ts';
import { dialectOf } from './sql/dialect.ts';
import { StatisticsSql } from './sql/statistics-sql.ts';
import type { Statistic } from './statistics.ts';
import type { TrainingTables } from './training-tables.ts';

/**
 * Counts all statistics of the parts, statement by statement.
 *
 * @param heldOut - tables of held-out rows
 * @param large - numeric columns of so many values that these are not counted one by one
 */
export async function countStatistics(
  database: Database,
  tables: TrainingTables,
  rows: number,
  request: ProfileRequest,
  parts: ProfileParts,
  large: ReadonlySet<string>,
  heldOut: TrainingTables | undefined,
  progress: Progress,
): Promise<readonly Statistic[]> {
  const divided = new Set(
    numericColumns(parts).filter((column) => large.has(column) && request.edges?.[column] === undefined),
  );
  const divide: NumericPlan['divide'] = (columns) => tables.statements(columns, rows);
  const sqlOf = (of: TrainingTables) => new StatisticsSql(dialectOf('duckdb'), (column) => of.of(column).name);
  const statements = [
    ...statisticsOf(parts, request, sqlOf(tables), { divide, large: divided }),
    ...(heldOut === undefined ? [] : heldOutStatisticsOf(parts, request, sqlOf(heldOut))),
  ];
  const steps = [
    ...statements.map((statement) => async () => (await database.rows(statement)).map(statisticOf)),
    ...[...divided].map((column) => () => largeColumn(database, tables.of(column).name, column, request.bins)),
  ];
  const statistics: Statistic[] = [];
  for (const [i, step] of steps.entries()) {
    for (const statistic of await step()) statistics.push(statistic);
    stepOf(progress, i, steps.length)(1);
  }
  return statistics;
}

/** A row of the database, whose counts are big integers. */
export function statisticOf(row: Record<string, unknown>): Statistic {
  return { ...row, count: row['count'] === null ? null : Number(row['count']) } as Statistic;
}
