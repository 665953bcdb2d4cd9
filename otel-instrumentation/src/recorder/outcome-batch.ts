import { rowsIn, type Column, type FeatureColumns } from './batch.ts';

/**
 * The ground truths of many predictions, as columns: by the identifiers of predictions that this process made and
 * remembers, or, in another process, together with the predictions and their groups.
 */
export type OutcomeBatch =
  | { readonly ids: Column; readonly actuals: Column }
  | { readonly predictions: Column; readonly actuals: Column; readonly groups?: FeatureColumns };

/** Outcomes of a batch: the length of its longest column of predictions, identifiers and ground truths. */
export function outcomesIn(batch: OutcomeBatch): number {
  const predictions = 'ids' in batch ? batch.ids : batch.predictions;
  return Math.max(rowsIn({ predictions: batch.actuals }), rowsIn({ predictions }));
}
