import { and, count, div, eq } from '@grafana/promql-builder';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { baselineSource } from './baseline.ts';
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
}

type Baseline = Pick<Comparison, 'reference' | 'referenceObservations'>;

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
  const observed: Baseline = {
    reference: () => source.matched(shares(query, distribution, source.window)),
    referenceObservations: () => source.matched(atLeastMinimum(distribution.total(source.window), query)),
  };
  return source.otherProfile ? sameBinsOnly(distribution, observed) : observed;
}

/** @throws {QueryError} for a distribution that no profile describes */
export function profileOf({ reference }: Distribution): NonNullable<Distribution['reference']> {
  if (reference === undefined) throw new QueryError('baseline is the reference profile, which a histogram lacks.');
  return reference;
}

/** Versions whose profiles have different bins of a feature cannot be compared: then there is no baseline. */
function sameBinsOnly(distribution: Distribution, side: Baseline): Baseline {
  const { per } = distribution;
  const bins = (of: Expression): Expression => count(of).by([...per]);
  const live = (): Expression => distribution.counts(NOW);
  const common = (): Expression => bins(and(live(), side.reference()));
  return {
    ...side,
    reference: () =>
      and(and(side.reference(), eq(common(), bins(live()))).on([...per]), eq(common(), bins(side.reference()))).on([
        ...per,
      ]),
  };
}

function shares(query: MeasureQuery, distribution: Distribution, window: TimeWindow): Expression {
  return div(distribution.counts(window), atLeastMinimum(distribution.total(window), query))
    .on([...distribution.per])
    .groupLeft([]);
}
