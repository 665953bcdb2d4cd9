import { mul, n, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { ofClass, PER_SCORE_BIN, SCORE_RANK } from './outcome-scores.ts';
import { reference } from './reference.ts';
import { counter, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

export const PREDICTED = labelOf(ATTRIBUTES.scorePredicted);

/** Labels of one bin of a score that is calibrated. */
export const PER_CALIBRATED_BIN: readonly string[] = [...PER_SCORE_BIN, SCORE_RANK, PREDICTED];

/** Which bins: those for which the class is predicted or not, or those of some ranks. */
export interface Bins {
  readonly isPredicted?: boolean;
  /** A regular expression. */
  readonly ranks?: string | undefined;
}

/** Counts by bin: predictions, or the held-out rows. */
export type CountsByBin = (query: MeasureQuery, bins?: Bins) => Expression;

/** Predictions by bin. */
export function scoredPredictions(query: MeasureQuery, bins: Bins = {}): Expression {
  const series = counter(METRICS.predictionScores, query.where, valuesOf(query, bins));
  return sumBy(increaseOf(series, query.window), PER_CALIBRATED_BIN);
}

/** Held-out rows by bin. */
export function heldOutRows(query: MeasureQuery, bins: Bins = {}): Expression {
  return reference(METRICS.referenceScoreRows, query, PER_CALIBRATED_BIN, valuesOf(query, bins));
}

/** Share of the held-out rows in each bin that are of the class. */
export function positiveShares(query: MeasureQuery, bins: Bins = {}): Expression {
  return reference(METRICS.referenceScorePositive, query, PER_CALIBRATED_BIN, valuesOf(query, bins));
}

/** Outcomes of the class that are to be expected in each bin. */
export function expectedPositives(counts: CountsByBin, query: MeasureQuery, bins: Bins = {}): Expression {
  return mul(counts(query, bins), positiveShares(query, bins));
}

/** Outcomes of the others that are to be expected in each bin. */
export function expectedNegatives(counts: CountsByBin, query: MeasureQuery, bins: Bins = {}): Expression {
  return mul(counts(query, bins), sub(n(1), positiveShares(query, bins)));
}

function valuesOf(query: MeasureQuery, { isPredicted, ranks }: Bins): LabelValues {
  return {
    ...ofClass(query),
    ...(isPredicted === undefined ? {} : { [ATTRIBUTES.scorePredicted]: { is: String(isPredicted) } }),
    ...(ranks === undefined ? {} : { [ATTRIBUTES.scoreRank]: { matches: ranks } }),
  };
}
