import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { keyOf, singleBy } from '../distributions/grouped-series.ts';
import { PER_CUTOFF, PER_RANKER, rankings, rankingSum } from '../promql/rankings.ts';
import type { Rate } from '../statistics/rate.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

/** A sum over the rankings of each model up to each place, of all its rankings. */
function rankingSums(metric: MetricOf<'counter'>): Counts<Rate<number>> {
  return {
    selections: (query) => ({ sums: rankingSum(metric, query), rankings: rankings(query) }),
    read: (_query, selected) => {
      const counts = singleBy(seriesOf(selected, 'rankings'), PER_RANKER);
      return [...singleBy(seriesOf(selected, 'sums'), PER_CUTOFF).values()].map((sums) => ({
        labels: sums.labels,
        at: (index) => {
          const numerator = valueAt(sums, index);
          const denominator = valueAt(counts.get(keyOf(sums.labels, PER_RANKER)), index);
          return Number.isNaN(numerator) || Number.isNaN(denominator) ? undefined : { numerator, denominator };
        },
      }));
    },
  };
}

export const rankingGains = rankingSums(METRICS.rankingGain);
export const rankingHits = rankingSums(METRICS.rankingHits);
