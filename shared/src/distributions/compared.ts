import { and, count, div, eq } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { labeled } from '../promql/label-replace.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Distribution, Moment } from './distribution.ts';
import { distributionOf } from './distribution-of.ts';

const NOW: Moment = {};
const VERSION = labelOf(ATTRIBUTES.modelVersion);

/** The two sides of a measure of drift. */
export interface Compared {
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

/** Puts the window and its baseline side by side, with the same labels. */
export function compared(query: MeasureQuery): Compared {
  const distribution = distributionOf(query);
  return {
    distribution,
    live: () => shares(query, distribution, NOW),
    observations: () => enough(distribution.total(NOW), query),
    ...baselineOf(query, distribution),
  };
}

function baselineOf(
  query: MeasureQuery,
  distribution: Distribution,
): Pick<Compared, 'reference' | 'referenceObservations'> {
  const { baseline } = query;
  switch (baseline.kind) {
    case 'reference': {
      const { reference } = distribution;
      if (reference === undefined) throw new QueryError('baseline is the reference profile, which a histogram lacks.');
      return { reference: reference.shares, referenceObservations: reference.rows };
    }
    case 'earlier':
      return observed(query, distribution, { offset: baseline.offset });
    case 'version': {
      const other = observed(query, distribution, { versions: [baseline.version] });
      // The other side answers under its own version, and two series are matched by all of their labels.
      const renamed = (side: Expression): Expression => labeled(side, VERSION, query.versions[0] ?? '');
      return sameBinsOnly(distribution, {
        reference: () => renamed(other.reference()),
        referenceObservations: () => renamed(other.referenceObservations()),
      });
    }
    case 'selector':
      return observed(query, distribution, { selector: baseline.selector });
  }
}

function observed(
  query: MeasureQuery,
  distribution: Distribution,
  moment: Moment,
): Pick<Compared, 'reference' | 'referenceObservations'> {
  return {
    reference: () => shares(query, distribution, moment),
    referenceObservations: () => enough(distribution.total(moment), query),
  };
}

/** Versions whose profiles cut a feature into other bins cannot be compared by bin: then there is no baseline. */
function sameBinsOnly(
  distribution: Distribution,
  side: Pick<Compared, 'reference' | 'referenceObservations'>,
): Pick<Compared, 'reference' | 'referenceObservations'> {
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

function shares(query: MeasureQuery, distribution: Distribution, moment: Moment): Expression {
  return div(distribution.counts(moment), enough(distribution.total(moment), query))
    .on([...distribution.per])
    .groupLeft([]);
}
