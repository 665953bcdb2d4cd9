import { groupedBy, keyOf, singleBy } from '../distributions/grouped-series.ts';
import { binInterval } from '../profile/bin-order.ts';
import {
  heldOutRows,
  PER_CALIBRATED_BIN,
  positiveShares,
  PREDICTED,
  scoredPredictions,
} from '../promql/calibrated-scores.ts';
import { PER_SCORE, SCORE_BIN, SCORE_RANK } from '../promql/outcome-scores.ts';
import type { Series } from '../query/answers.ts';
import type { CalibratedPredictions } from '../statistics/calibrated-predictions.ts';
import { countAt, seriesOf, valueAt, type Counts } from './counts.ts';

/** Predictions of one score, with where its bins lie. */
export interface BinnedPredictions extends CalibratedPredictions {
  /** Lower and upper end of each bin, from 0 to 1. */
  readonly ends: readonly (readonly [low: number, high: number])[];
}

/** Predictions of each score by bin, with what the held-out data say of the bins. */
export const calibratedPredictions: Counts<BinnedPredictions> = {
  selections: (query) => ({
    predictions: scoredPredictions(query),
    positive: positiveShares(query),
    rows: heldOutRows(query),
  }),
  read: (_query, selected) => {
    const positive = singleBy(seriesOf(selected, 'positive'), PER_CALIBRATED_BIN);
    const rows = singleBy(seriesOf(selected, 'rows'), PER_CALIBRATED_BIN);
    return [...groupedBy(seriesOf(selected, 'predictions'), PER_SCORE).values()].map(({ labels, series }) => {
      const bins = [...series].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1));
      const keys = bins.map((bin) => keyOf(bin.labels, PER_CALIBRATED_BIN));
      const isPredicted = bins.map((bin) => bin.labels[PREDICTED] === 'true');
      const ends = bins.map(endsOf);
      return {
        labels,
        at: (index) =>
          bins.every((bin) => Number.isNaN(valueAt(bin, index)))
            ? undefined
            : {
                predictions: bins.map((bin) => countAt(bin, index)),
                positive: keys.map((key) => valueAt(positive.get(key), index)),
                rows: keys.map((key) => valueAt(rows.get(key), index)),
                isPredicted,
                ends,
              },
      };
    });
  },
};

function rankOf({ labels }: Series): string {
  return labels[SCORE_RANK] ?? '';
}

function endsOf({ labels }: Series): readonly [low: number, high: number] {
  const [low, high] = binInterval(labels[SCORE_BIN] ?? '') ?? [NaN, NaN];
  return [Math.max(low, 0), Math.min(high, 1)];
}
