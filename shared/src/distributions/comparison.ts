import { and, count, div, eq, gt, n } from '@grafana/promql-builder';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { baselineSource } from './baseline.ts';
import { distributionOf } from './distribution-of.ts';
import type { Distribution } from './distribution.ts';
import { NOW } from './time-window.ts';

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
  /** Observations that the baseline rests on; nothing where the two sides cannot be compared. */
  referenceObservations(): Expression;
}

type Baseline = Pick<Comparison, 'reference' | 'usedBins' | 'referenceObservations'>;

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
  const { window, matched } = source;
  const counts = (): Expression => matched(distribution.counts(window));
  const used = (): Expression => usedBins(distribution, counts());
  const observations = (): Expression => atLeastMinimum(matched(distribution.total(window)), query, used);
  const observed: Baseline = {
    reference: () => shares(distribution, counts(), observations()),
    usedBins: used,
    referenceObservations: observations,
  };
  return source.otherProfile ? sameBinsOnly(distribution, counts, observed) : observed;
}

/** @throws {QueryError} for a distribution that no profile describes */
export function profileOf({ reference }: Distribution): NonNullable<Distribution['reference']> {
  if (reference === undefined) throw new QueryError('baseline is the reference profile, which a histogram lacks.');
  return reference;
}

/** Versions whose profiles have different bins of a feature cannot be compared: then there is no baseline. */
function sameBinsOnly(distribution: Distribution, counts: () => Expression, side: Baseline): Baseline {
  const { per } = distribution;
  const bins = (of: Expression): Expression => count(of).by([...per]);
  const live = (): Expression => distribution.counts(NOW);
  const common = (): Expression => bins(and(live(), counts()));
  const where = (values: Expression): Expression =>
    and(and(values, eq(common(), bins(live()))).on([...per]), eq(common(), bins(counts()))).on([...per]);
  return {
    ...side,
    reference: () => where(side.reference()),
    referenceObservations: () => where(side.referenceObservations()),
  };
}

function usedBins({ per }: Distribution, bins: Expression): Expression {
  return count(gt(bins, n(0))).by([...per]);
}

function shares({ per }: Distribution, counts: Expression, total: Expression): Expression {
  return div(counts, total)
    .on([...per])
    .groupLeft([]);
}
