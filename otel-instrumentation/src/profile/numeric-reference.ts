import type { NumericReference, ScoreReference } from '@driftline/shared';
import type { Database } from './database.ts';
import { TrainingError } from './training-error.ts';
import { asNumber, TRAINING } from './training-table.ts';

/**
 * Reference of a numeric column. The edges are its `bins`-quantiles (deciles by default), each a value that occurs;
 * equal ones are merged, and one at the maximum is left out, because the bin above it would be empty. A column that
 * is mostly zero therefore gets the bins `≤0` and `>0`, and a constant one a single bin.
 */
export async function numericReference(
  database: Database,
  column: string,
  bins: number,
): Promise<Omit<NumericReference, 'kind' | 'name'>> {
  const quantiles = Array.from({ length: bins - 1 }, (_, i) => (i + 1) / bins);
  const summary = await database.row(
    `SELECT count(v) AS present, count(*) AS rows, avg(v) AS mean, coalesce(stddev_samp(v), 0) AS deviation,
       min(v) AS minimum, max(v) AS maximum, quantile_disc(v, [${quantiles.join(', ')}]) AS quantiles
     FROM (SELECT ${asNumber(column)} AS v FROM ${TRAINING})`,
  );
  const present = Number(summary['present']);
  if (present === 0) {
    throw new TrainingError(`Column ${column} holds no number: leave it out, or say \`--type ${column}=categorical\`.`);
  }
  const maximum = Number(summary['maximum']);
  const edges = [...new Set((summary['quantiles'] as number[]).map(Number))].filter((edge) => edge < maximum);
  return {
    edges,
    counts: await countsBetween(database, column, edges),
    missing: Number(summary['rows']) - present,
    mean: Number(summary['mean']),
    standardDeviation: Number(summary['deviation']),
    minimum: Number(summary['minimum']),
    maximum,
  };
}

/** The same for the model's score, which has no missing values to tell of. */
export async function scoreReference(database: Database, column: string, bins: number): Promise<ScoreReference> {
  const { edges, counts, mean, standardDeviation, minimum, maximum } = await numericReference(database, column, bins);
  return { edges, counts, mean, standardDeviation, minimum, maximum };
}

async function countsBetween(database: Database, column: string, edges: readonly number[]): Promise<number[]> {
  const bin = edges.map((edge) => `(v > CAST('${edge}' AS DOUBLE))::INTEGER`).join(' + ') || '0';
  const rows = await database.rows(
    `SELECT ${bin} AS bin, count(*) AS rows FROM (SELECT ${asNumber(column)} AS v FROM ${TRAINING})
     WHERE v IS NOT NULL GROUP BY ALL`,
  );
  const counts = new Array<number>(edges.length + 1).fill(0);
  for (const row of rows) counts[Number(row['bin'])] = Number(row['rows']);
  return counts;
}
