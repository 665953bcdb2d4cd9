import { METRICS } from '../conventions/metrics.ts';
import { singleBy } from '../distributions/grouped-series.ts';
import { errorCount, relativeErrors, zeroOutcomes } from '../promql/regression-errors.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_MODEL = dimensionLabels(METRICS.outcomeErrorRelative);

/** Relative errors of a regression. */
export interface RelativeErrors {
  /** Sum of absolute errors as parts of the actual value. */
  readonly sum: number;
  /** Outcomes whose actual value is not zero. */
  readonly count: number;
}

/** Relative errors of each regression, without the outcomes that have none. */
export const relativeErrorSums: Counts<RelativeErrors> = {
  selections: (query) => ({ count: errorCount(query), zeros: zeroOutcomes(query), sum: relativeErrors(query) }),
  read: (_query, selected) => {
    const [counts, zeros] = [seriesOf(selected, 'count'), seriesOf(selected, 'zeros')].map((series) =>
      singleBy(series, PER_MODEL),
    );
    return [...singleBy(seriesOf(selected, 'sum'), PER_MODEL)].map(([key, sums]) => ({
      labels: sums.labels,
      at: (index) => {
        const sum = valueAt(sums, index);
        const count = valueAt(counts?.get(key), index) - valueAt(zeros?.get(key), index);
        return Number.isNaN(sum) || Number.isNaN(count) ? undefined : { sum, count };
      },
    }));
  },
};
