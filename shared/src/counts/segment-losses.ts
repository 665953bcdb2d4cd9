import { METRICS } from '../conventions/metrics.ts';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { keyOf, singleBy } from '../distributions/grouped-series.ts';
import { reference } from '../promql/reference.ts';
import { absoluteErrors, errorCount } from '../promql/regression-errors.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { accuracyOf } from '../statistics/accuracy.ts';
import { valueOfRate } from '../statistics/rate.ts';
import { accuracyChange } from './accuracy-change.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_MODEL = dimensionLabels(METRICS.referencePerformance);

/** How much worse a model is than on its training data. */
export interface Loss {
  /** The drop of the accuracy, or the rise of the mean absolute error as a share of the trained one; NaN without one. */
  readonly value: number;
  /** Outcomes in the window. */
  readonly outcomes: number;
}

/** Losses of classifications and of regressions, whichever a model is. */
export const losses: Counts<Loss> = {
  selections: (query) => ({
    ...accuracyChange.selections(query),
    errors: errorCount(query),
    absolute: absoluteErrors(query),
    trained: trainedError(query),
  }),
  read: (query, selected) => {
    const absolute = singleBy(seriesOf(selected, 'absolute'), PER_MODEL);
    const trained = singleBy(seriesOf(selected, 'trained'), PER_MODEL);
    return [
      ...accuracyChange.read(query, selected).map(({ labels, at }) => ({
        labels,
        at: (index: number) => {
          const found = at(index);
          if (found === undefined) return undefined;
          const live = accuracyOf(found.cells);
          return { value: found.baseline - valueOfRate(live), outcomes: live.denominator };
        },
      })),
      ...seriesOf(selected, 'errors').map((errors) => ({
        labels: errors.labels,
        at: (index: number) => {
          const outcomes = valueAt(errors, index);
          if (Number.isNaN(outcomes)) return undefined;
          const key = keyOf(errors.labels, PER_MODEL);
          const expected = valueAt(trained.get(key), index);
          const rise = valueAt(absolute.get(key), index) / outcomes / expected - 1;
          return { value: expected > 0 ? rise : NaN, outcomes };
        },
      })),
    ];
  },
};

/** The mean absolute error that the profile holds, by model. */
export function trainedError(query: MeasureQuery): Expression {
  return reference(METRICS.referencePerformance, query, PER_MODEL, { [ATTRIBUTES.performanceMeasure]: { is: 'mae' } });
}
