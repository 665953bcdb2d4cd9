import { OTHER, type CategoricalReference } from '@driftline/shared';
import { identifier, type Database } from './database.ts';
import { TRAINING } from './training-table.ts';

/** Rows per value of a column, the most frequent value first, equal ones by name. */
export interface Frequencies {
  readonly values: readonly string[];
  readonly counts: readonly number[];
  readonly missing: number;
}

export async function frequencies(database: Database, column: string): Promise<Frequencies> {
  const rows = await database.rows(
    `SELECT ${identifier(column)} AS value, count(*) AS rows FROM ${TRAINING} GROUP BY ALL ORDER BY rows DESC, value`,
  );
  const present = rows.filter((row) => row['value'] !== null);
  return {
    values: present.map((row) => String(row['value'])),
    counts: present.map((row) => Number(row['rows'])),
    missing: Number(rows.find((row) => row['value'] === null)?.['rows'] ?? 0),
  };
}

/** Reference of a categorical column: the `most` frequent categories have a bin each, the rest share `other`. */
export async function categoricalReference(
  database: Database,
  column: string,
  most: number,
): Promise<Omit<CategoricalReference, 'kind' | 'name'>> {
  const { values, counts, missing } = await frequencies(database, column);
  // A category that is itself called "other" belongs into the bin of that name.
  const named = values
    .map((value, i) => ({ value, count: counts[i] as number }))
    .filter(({ value }) => value !== OTHER);
  const kept = named.slice(0, most);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return {
    categories: kept.map(({ value }) => value),
    counts: kept.map(({ count }) => count),
    other: total - kept.reduce((sum, { count }) => sum + count, 0),
    missing,
  };
}
