import { METRICS } from '../conventions/metrics.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import { binInterval } from '../profile/bin-order.ts';
import {
  expectedOutcomes,
  PER_SCORE,
  PER_SCORE_BIN,
  POSITIVE,
  SCORE_BIN,
  SCORE_RANK,
  scoredOutcomes,
  scoreSum,
} from '../promql/outcome-scores.ts';
import type { Series, SeriesList } from '../query/answers.ts';
import type { ClassCounts } from '../statistics/confusion-matrix.ts';
import { countsByThreshold } from '../statistics/threshold-counts.ts';
import type { CalibratedOutcomes, ScoredOutcomes } from '../statistics/scored-outcomes.ts';
import { countAt, seriesOf, valueAt, type Counts, type Selected, type Selections, type Subject } from './counts.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** Outcomes of one score, with what is known of its bins. */
export interface BinnedOutcomes extends ScoredOutcomes {
  /** Lower end of each bin; 0 for the first. */
  readonly lowerEdges: readonly number[];
}

/** Outcomes of each score by bin. */
export const binnedOutcomes: Counts<BinnedOutcomes> = {
  selections: cellSelection,
  read: (_query, selected) => scoresIn(selected).map(({ labels, at }) => ({ labels, at })),
};

/** The same with sums of scores, squared errors and log losses. */
export const calibratedOutcomes: Counts<CalibratedOutcomes> = {
  selections: (query) => ({
    ...cellSelection(query),
    expected: expectedOutcomes(query, [...PER_SCORE_BIN, SCORE_RANK]),
    squared: scoreSum(METRICS.outcomeScoreErrorSquared, query),
    logLosses: scoreSum(METRICS.outcomeScoreLogLoss, query),
  }),
  read: (_query, selected) => {
    const expected = groupedBy(seriesOf(selected, 'expected'), PER_SCORE);
    const squared = singleBy(seriesOf(selected, 'squared'), PER_SCORE);
    const logLosses = singleBy(seriesOf(selected, 'logLosses'), PER_SCORE);
    return scoresIn(selected).map(({ key, labels, ranks, at }) => {
      const byRank = seriesByRank(expected.get(key)?.series ?? []);
      return {
        labels,
        at: (index) => {
          const outcomes = at(index);
          return (
            outcomes && {
              ...outcomes,
              expected: ranks.map((rank) => countAt(byRank.get(rank), index)),
              squaredErrors: valueAt(squared.get(key), index),
              logLosses: valueAt(logLosses.get(key), index),
            }
          );
        },
      };
    });
  },
};

/** Outcomes if the class is predicted from one bin on, for each bin of each score. */
export const outcomesByThreshold: Counts<ClassCounts<number>> = {
  selections: cellSelection,
  read: (_query, selected) =>
    scoresIn(selected).flatMap(({ labels, ranks, bins, at }) => {
      // Every bin asks for the same times, one after the other.
      const known = new Map<number, readonly ClassCounts<number>[]>();
      return ranks.map((_, bin): Subject<ClassCounts<number>> => ({
        labels: { ...labels, [SCORE_BIN]: bins[bin] as string },
        at: (index) => {
          let counts = known.get(index);
          if (counts === undefined) {
            const outcomes = at(index);
            known.set(index, (counts = outcomes === undefined ? [] : countsByThreshold(outcomes)));
          }
          return counts[bin];
        },
      }));
    }),
};

function cellSelection(query: MeasureQuery): Selections {
  return { cells: scoredOutcomes(query, 'all', [...PER_SCORE_BIN, SCORE_RANK, POSITIVE]) };
}

interface Score extends Subject<BinnedOutcomes> {
  readonly key: string;
  /** Ranks and labels of its bins, from low to high. */
  readonly ranks: readonly string[];
  readonly bins: readonly string[];
}

function scoresIn(selected: Selected): Score[] {
  return [...groupedBy(seriesOf(selected, 'cells'), PER_SCORE).values()].map(({ key, labels, series }) => {
    const positives = seriesByRank(series.filter((each) => each.labels[POSITIVE] === 'true'));
    const negatives = seriesByRank(series.filter((each) => each.labels[POSITIVE] === 'false'));
    const names = new Map(series.map((each) => [each.labels[SCORE_RANK] ?? '', each.labels[SCORE_BIN] ?? '']));
    const ranks = [...names.keys()].sort();
    const bins = ranks.map((rank) => names.get(rank) ?? '');
    const lowerEdges = bins.map((bin) => Math.max(binInterval(bin)?.[0] ?? NaN, 0));
    const countsAt = (side: ReadonlyMap<string, Series>, index: number): number[] =>
      ranks.map((rank) => countAt(side.get(rank), index));
    return {
      key,
      labels,
      ranks,
      bins,
      at: (index) =>
        series.every((each) => Number.isNaN(valueAt(each, index)))
          ? undefined
          : { positives: countsAt(positives, index), negatives: countsAt(negatives, index), lowerEdges },
    };
  });
}

function seriesByRank(series: SeriesList): ReadonlyMap<string, Series> {
  return new Map(series.map((each) => [each.labels[SCORE_RANK] ?? '', each]));
}
