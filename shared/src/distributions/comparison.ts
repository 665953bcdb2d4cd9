import { and, count, div, eq, gt, n, or } from '@grafana/promql-builder';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { baselineSource, type BaselineSource } from './baseline.ts';
import { distributionOf } from './distribution-of.ts';
import type { Distribution } from './distribution.ts';
import { NOW, type TimeWindow } from './time-window.ts';

/** The two sides of a measure of drift in PromQL. */
export interface Comparison {
  readonly distribution: Distribution;
  /** Share of the window's observations in each bin; nothing for a distribution with too few of them. */
  live(): Expression;
  /** Share of the baseline in each bin. */
  reference(): Expression;
  /** Bins that the baseline uses: its share of them is above 0. */
  usedBins(): Expression;
  /** Observations in the window; nothing where there are too few. */
  observations(): Expression;
  /** Observations that the baseline rests on. */
  referenceObservations(): Expression;
  /**
   * Something for each distribution whose sides have the same bins, and nothing for any other; absent where they always
   * have. It names the counters of both sides, so {@link whereComparable} asks it once for each value.
   */
  comparable?(): Expression;
}

type Baseline = Pick<Comparison, 'reference' | 'usedBins' | 'referenceObservations' | 'comparable'>;

/** Puts the window and its baseline side by side, with the same labels. */
export function comparisonOf(query: MeasureQuery): Comparison {
  const distribution = distributionOf(query);
  const baseline = baselineOf(query, distribution);
  const observations = (): Expression => atLeastMinimum(distribution.total(NOW), query, baseline.usedBins);
  return {
    distribution,
    live: () => shares(distribution, distribution.counts(NOW), observations()),
    observations,
    ...baseline,
  };
}

function baselineOf(query: MeasureQuery, distribution: Distribution): Baseline {
  const source = baselineSource(query);
  if (source.kind === 'profile') {
    const { shares, rows } = profileOf(distribution);
    return { reference: shares, usedBins: () => usedBins(distribution, shares()), referenceObservations: rows };
  }
  const { fewestBins } = distribution;
  const { window, matched } = source;
  const counts = (): Expression => matched(distribution.counts(window));
  const used = (): Expression => usedBins(distribution, counts());
  const observations = (): Expression => atLeastMinimum(matched(distribution.total(window)), query, used);
  return {
    reference: () => shares(distribution, counts(), observations()),
    usedBins: used,
    referenceObservations: observations,
    ...(fewestBins === undefined ? {} : { comparable: () => sameBins(distribution, fewestBins, source) }),
  };
}

/** @throws {QueryError} for a distribution that no profile describes */
export function profileOf({ reference }: Distribution): NonNullable<Distribution['reference']> {
  if (reference === undefined) throw new QueryError('baseline is the reference profile, which a histogram lacks.');
  return reference;
}

/** An expression, where its two sides can be compared. */
export function whereComparable(expression: Expression, { comparable, distribution }: Comparison): Expression {
  return comparable === undefined ? expression : and(expression, comparable()).on([...distribution.per]);
}

/**
 * Sides of which one has several profiles with different bins, or which have different bins, cannot be compared. All
 * bins together are as many as the profile with the fewest has, if all have the same.
 */
function sameBins(
  { per, counts }: Distribution,
  fewestBins: (window: TimeWindow) => Expression,
  { window, matched }: Extract<BaselineSource, { kind: 'observed' }>,
): Expression {
  const all = count(or(counts(NOW), matched(counts(window)))).by([...per]);
  return eq(eq(fewestBins(NOW), matched(fewestBins(window))), all);
}

function usedBins({ per }: Distribution, bins: Expression): Expression {
  return count(gt(bins, n(0))).by([...per]);
}

function shares({ per }: Distribution, counts: Expression, total: Expression): Expression {
  return div(counts, total)
    .on([...per])
    .groupLeft([]);
}
