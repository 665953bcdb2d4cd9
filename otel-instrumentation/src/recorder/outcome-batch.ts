import { rowsIn, type Column, type FeatureColumns } from './batch.ts';

/**
 * The ground truths of many predictions, as columns: by the identifiers of predictions that this process made and
 * remembers, or, in another process, together with the predictions, their scores and their groups. Of more than two
 * classes, the scores are columns by class.
 */
export type OutcomeBatch =
  | { readonly ids: Column; readonly actuals: Column }
  | {
      readonly predictions: Column;
      readonly actuals: Column;
      readonly scores?: Column | Readonly<Record<string, Column>> | undefined;
      readonly groups?: FeatureColumns;
      /** Columns by attribute of segments; default: those of `groups`. */
      readonly segments?: FeatureColumns;
    };

/** A batch whose outputs are read; the scores are those of each class that has bins of scores. */
export type ReadOutcomeBatch = OutcomeBatch & { readonly classScores?: readonly (Column | undefined)[] | undefined };

/** Outcomes of a batch: the length of its longest column of predictions, identifiers and ground truths. */
export function outcomesIn(batch: OutcomeBatch): number {
  const predictions = 'ids' in batch ? batch.ids : batch.predictions;
  return Math.max(rowsIn({ predictions: batch.actuals }), rowsIn({ predictions }));
}
