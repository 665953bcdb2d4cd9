import type { MetricOf } from '../conventions/metrics.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import { leNumber } from '../distributions/le-pattern.ts';
import { durationBuckets, durations } from '../promql/durations.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { CumulativeBucket } from '../statistics/histogram-quantile.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

/** Durations of one model. */
export interface Durations {
  readonly count: number;
  readonly buckets: readonly CumulativeBucket[];
}

/** How long something took for each model, as a classic histogram. */
export function durationCounts(metric: MetricOf<'histogram'>): Counts<Durations> {
  const perModel = dimensionLabels(metric);
  return {
    selections: (query) => ({ count: durations(metric, query), buckets: durationBuckets(metric, query) }),
    read: (_query, selected) => {
      const counts = singleBy(seriesOf(selected, 'count'), perModel);
      return [...groupedBy(seriesOf(selected, 'buckets'), perModel).values()].map(({ key, labels, series }) => {
        const bounds = series.map((each) => leNumber(each.labels['le'] ?? ''));
        return {
          labels,
          at: (index) => {
            const count = valueAt(counts.get(key), index);
            if (Number.isNaN(count)) return undefined;
            const buckets = series
              .map((each, i) => ({ upperBound: bounds[i] as number, count: valueAt(each, index) }))
              .filter((bucket) => !Number.isNaN(bucket.count));
            return { count, buckets };
          },
        };
      });
    },
  };
}
