import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { baselineSource } from '../distributions/baseline.ts';
import { groupedBy, keyOf, singleBy } from '../distributions/grouped-series.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from '../promql/expression.ts';
import { whenEnough } from '../query/minimum-observations.ts';
import { accuracyOf } from '../statistics/accuracy.ts';
import type { ConfusionCell } from '../statistics/confusion-matrix.ts';
import { valueOfRate } from '../statistics/rate.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';
import { cellsAt, modelCells } from './model-outcomes.ts';

const PER_MODEL = dimensionLabels(METRICS.referencePerformance);

/** Outcomes of a model in the window, and the accuracy that they are compared with. */
export interface AccuracyChange {
  readonly cells: readonly ConfusionCell[];
  /** Accuracy of the baseline; NaN without a baseline, or with too few outcomes. */
  readonly baseline: number;
  /** Outcomes that the accuracy of the baseline rests on; infinite for that in the profile, which is taken as it is. */
  readonly baselineOutcomes: number;
}

/** Outcomes of each model, and the accuracy of its baseline. */
export const accuracyChange: Counts<AccuracyChange> = {
  selections: (query) => {
    const source = baselineSource(query);
    const baseline =
      source.kind === 'profile' ? profileAccuracy(query) : source.matched(modelCells(query, source.window));
    return { cells: modelCells(query), baseline };
  },
  read: (query, selected) => {
    const baseline = seriesOf(selected, 'baseline');
    const ofProfile = baselineSource(query).kind === 'profile';
    const single = singleBy(baseline, PER_MODEL);
    const grouped = groupedBy(baseline, PER_MODEL);
    const baselineAt = (key: string, index: number): Omit<AccuracyChange, 'cells'> =>
      ofProfile
        ? { baseline: valueAt(single.get(key), index), baselineOutcomes: Infinity }
        : observedAccuracy(cellsAt(grouped.get(key)?.series ?? [], index) ?? [], query);
    return [...groupedBy(seriesOf(selected, 'cells'), PER_MODEL).values()].map(({ labels, series }) => ({
      labels,
      at: (index) => {
        const cells = cellsAt(series, index);
        return cells === undefined ? undefined : { cells, ...baselineAt(keyOf(labels, PER_MODEL), index) };
      },
    }));
  },
};

/** The accuracy that the profile holds, by model. */
export function profileAccuracy(query: MeasureQuery): Expression {
  return reference(METRICS.referencePerformance, query, PER_MODEL, {
    [ATTRIBUTES.performanceMeasure]: { is: 'accuracy' },
  });
}

function observedAccuracy(cells: readonly ConfusionCell[], query: MeasureQuery): Omit<AccuracyChange, 'cells'> {
  const rate = accuracyOf(cells);
  return {
    baseline: whenEnough(valueOfRate(rate), rate.denominator, query),
    baselineOutcomes: rate.denominator,
  };
}
