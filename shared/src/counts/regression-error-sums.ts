import { METRICS } from '../conventions/metrics.ts';
import { singleBy } from '../distributions/grouped-series.ts';
import { absoluteErrors, errorCount, errorsOn, squaredErrors } from '../promql/regression-errors.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { ErrorSums } from '../statistics/regression-errors.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_MODEL = dimensionLabels(METRICS.outcomeError);
const SUMS = ['absolute', 'squared', 'above', 'below'] as const;

/** Sums over the errors of each regression. */
export const regressionErrorSums: Counts<ErrorSums> = {
  selections: (query) => ({
    count: errorCount(query),
    absolute: absoluteErrors(query),
    squared: squaredErrors(query),
    above: errorsOn('above', query),
    below: errorsOn('below', query),
  }),
  read: (_query, selected) => {
    const sums = SUMS.map((name) => [name, singleBy(seriesOf(selected, name), PER_MODEL)] as const);
    return [...singleBy(seriesOf(selected, 'count'), PER_MODEL)].map(([key, counts]) => ({
      labels: counts.labels,
      at: (index) => {
        const count = valueAt(counts, index);
        if (Number.isNaN(count)) return undefined;
        const of = sums.map(([name, series]) => [name, valueAt(series.get(key), index)] as const);
        return { ...(Object.fromEntries(of) as Omit<ErrorSums, 'count'>), count };
      },
    }));
  },
};
