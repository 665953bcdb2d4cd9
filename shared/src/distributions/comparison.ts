import { and, count, div, eq, or } from '@grafana/promql-builder';
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

type Baseline = Pick<Comparison, 'reference' | 'referenceObservations' | 'comparable'>;

/** Puts the window and its baseline side by side, with the same labels. */
export function comparisonOf(query: MeasureQuery): Comparison {
  const distribution = distributionOf(query);
  return {
    distribution,
    live: () => shares(query, distribution, NOW),
    observations: () => atLeastMinimum(distribution.total(NOW), query),
    ...baselineOf(query, distribution),
  };
}

function baselineOf(query: MeasureQuery, distribution: Distribution): Baseline {
  const source = baselineSource(query);
  if (source.kind === 'profile') {
    const { shares, rows } = profileOf(distribution);
    return { reference: shares, referenceObservations: rows };
  }
  const { fewestBins } = distribution;
  return {
    reference: () => source.matched(shares(query, distribution, source.window)),
    referenceObservations: () => source.matched(atLeastMinimum(distribution.total(source.window), query)),
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

function shares(query: MeasureQuery, distribution: Distribution, window: TimeWindow): Expression {
  return div(distribution.counts(window), atLeastMinimum(distribution.total(window), query))
    .on([...distribution.per])
    .groupLeft([]);
}
