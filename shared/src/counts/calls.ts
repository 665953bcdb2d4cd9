import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy } from '../distributions/grouped-series.ts';
import { callRate, calls } from '../promql/calls.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Rate } from '../statistics/rate.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_MODEL = dimensionLabels(METRICS.predictionDuration);
const ERROR_TYPE = labelOf(ATTRIBUTES.errorType);

/** Failed calls of each model, of all its calls. */
export const failedCalls: Counts<Rate<number>> = {
  selections: (query) => ({ calls: calls(query, {}, [ERROR_TYPE]) }),
  read: (_query, selected) =>
    [...groupedBy(seriesOf(selected, 'calls'), PER_MODEL).values()].map(({ labels, series }) => ({
      labels,
      at: (index) => {
        const counted = series.filter(({ values }) => !Number.isNaN(values[index] ?? NaN));
        if (counted.length === 0) return undefined;
        const sum = (of: typeof counted): number => of.reduce((all, each) => all + valueAt(each, index), 0);
        return {
          numerator: sum(counted.filter((each) => (each.labels[ERROR_TYPE] ?? '') !== '')),
          denominator: sum(counted),
        };
      },
    })),
};

/** Failed calls of each model and type of error, of all calls of the model. */
export const failedCallsByType: Counts<Rate<number>> = {
  selections: failedCalls.selections,
  read: (_query, selected) =>
    [...groupedBy(seriesOf(selected, 'calls'), PER_MODEL).values()].flatMap(({ labels, series }) =>
      series
        .filter((each) => (each.labels[ERROR_TYPE] ?? '') !== '')
        .map((failed) => ({
          labels: { ...labels, [ERROR_TYPE]: failed.labels[ERROR_TYPE] as string },
          at: (index) => {
            const numerator = valueAt(failed, index);
            if (Number.isNaN(numerator)) return undefined;
            const counts = series.map((each) => valueAt(each, index)).filter((count) => !Number.isNaN(count));
            return { numerator, denominator: counts.reduce((sum, count) => sum + count, 0) };
          },
        })),
    ),
};

/** Calls of each model a second. */
export const callsPerSecond: Counts<number> = {
  selections: (query) => ({ rate: callRate(query) }),
  read: (_query, selected) =>
    seriesOf(selected, 'rate').map((series) => ({
      labels: series.labels,
      at: (index) => {
        const perSecond = valueAt(series, index);
        return Number.isNaN(perSecond) ? undefined : perSecond;
      },
    })),
};
