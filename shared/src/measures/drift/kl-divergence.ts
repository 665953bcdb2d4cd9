import { div, gt, ln, mul, n, sum } from '@grafana/promql-builder';
import type { Expression } from '../../promql/expression.ts';
import { kullbackLeiblerOver } from '../../statistics/kullback-leibler-divergence.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';

export const klDivergence = driftMeasure({
  id: 'kl-divergence',
  name: 'KL divergence',
  description:
    'Kullback–Leibler divergence of the live distribution from its baseline. Infinite as soon as a value falls into a ' +
    'bin that the baseline does not use.',
  definition: 'Σ c ln(c / r)',
  source: 'SciPy, stats.entropy(c, r)',
  unit: 'index',
  worse: 'higher',
  value: {
    over: kullbackLeiblerOver,
    promql: ({ live, reference, distribution }) => {
      const used = (): Expression => gt(live(), n(0));
      return sum(mul(used(), ln(div(used(), reference())))).by([...distribution.per]);
    },
  },
  criticalValue: { of: (noise) => noise / 2, promql: (noise) => div(noise, n(2)) },
});
