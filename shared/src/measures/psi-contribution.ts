import { add, and, div, gt, ln, mul, n, or, sub } from '@grafana/promql-builder';
import { compared, type Compared } from '../distributions/compared.ts';
import type { Expression } from '../promql/expression.ts';
import { binLegend } from './bin-legend.ts';
import type { Measure } from './measure.ts';
import { total } from './sum-over-bins.ts';
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

/** The same in PromQL, one series a bin; nothing for a distribution with too few observations. */
export function psiContributionExpression({ live, reference, observations, distribution }: Compared): Expression {
  // A zero is replaced by way of the reference, which knows every bin and is a cheap gauge: naming the live share
  // a second time would double the counters that are read.
  const zero = (): Expression => add(mul(reference(), n(0)), n(ZERO_SHARE));
  const c = (): Expression => or(gt(live(), n(0)), zero());
  const r = (): Expression => or(gt(reference(), n(0)), zero());
  return and(mul(sub(c(), r()), ln(div(c(), r()))), observations()).on([...distribution.per]);
}

export const psiContribution: Measure = {
  id: 'psi-contribution',
  name: 'PSI by bin',
  description: 'Which bins make up the PSI: the larger the part, the more that bin has moved.',
  definition: '(c − r) ln(c / r) for each bin; zero shares count as 0.0001',
  source: 'Siddiqi, Credit Risk Scorecards (2006); zero handling of Evidently',
  family: 'drift',
  unit: 'index',
  subject: 'bin',
  worse: 'higher',
  legend: binLegend,
  promql: (query) => psiContributionExpression(compared(query)),
  observations: (query) => compared(query).observations(),
};
