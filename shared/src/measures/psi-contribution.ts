import { add, and, div, gt, ln, mul, n, or, sub } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_FEATURE } from '../promql/reference.ts';
import { featuresOf, labels, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { referenceShareExpression, total } from './bin-shares.ts';
import { liveShare } from './live-share.ts';
import type { Measure } from './measure.ts';
import { shareOf, ZERO_SHARE } from './zero-share.ts';

/**
 * Each bin's part of the PSI: (c − r) ln(c / r), with shares of zero replaced by 0.0001.
 *
 * @param live - observations per bin in the window
 * @param referenceCounts - observations (or shares) per bin of the reference, the same length
 * @returns one number per bin; every one is NaN when either side is empty
 */
export function psiContributions(live: readonly number[], referenceCounts: readonly number[]): number[] {
  if (live.length !== referenceCounts.length) {
    throw new RangeError(
      `${live.length} live bins cannot be compared with ${referenceCounts.length} of the reference.`,
    );
  }
  const n = total(live);
  const m = total(referenceCounts);
  if (n === 0 || m === 0) return live.map(() => NaN);
  return live.map((count, i) => {
    const c = shareOf(count, n);
    const r = shareOf(referenceCounts[i] as number, m);
    return (c - r) * Math.log(c / r);
  });
}

/** The same in PromQL, one series a bin; nothing for a feature with too few observations. */
export function psiContributionExpression(query: MeasureQuery): Expression {
  const ratio = (): Expression => referenceShareExpression(query);
  // A zero is replaced by way of the reference, which knows every bin and is a cheap gauge: naming the live share
  // a second time would double the counters that are read.
  const zero = (): Expression => add(mul(ratio(), n(0)), n(ZERO_SHARE));
  const c = (): Expression => or(gt(liveShare(query), n(0)), zero());
  const r = (): Expression => or(gt(ratio(), n(0)), zero());
  const observations = counted(
    series(counterSeries(METRICS.featureObservations), featuresOf(query)),
    query,
    PER_FEATURE,
  );
  return and(mul(sub(c(), r()), ln(div(c(), r()))), enough(observations, query)).on(labels(...PER_FEATURE));
}

export const psiContribution: Measure = {
  id: 'psi-contribution',
  name: 'PSI by bin',
  description: 'Which bins make up the PSI of a feature: the larger the part, the more that bin has moved.',
  definition: '(c − r) ln(c / r) for each bin; zero shares count as 0.0001',
  source: 'Siddiqi, Credit Risk Scorecards (2006); zero handling of Evidently',
  unit: 'index',
  subject: 'bin',
  worse: 'higher',
  legend: () => '{{ml_feature_name}} {{ml_feature_bin}}',
  promql: psiContributionExpression,
};
