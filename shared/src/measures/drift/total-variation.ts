import { abs, div, n, sqrt, sub, sum } from '@grafana/promql-builder';
import { totalVariationOver } from '../../statistics/total-variation-distance.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';

export const totalVariation = driftMeasure({
  id: 'total-variation',
  name: 'Total variation',
  description: 'Share of the live values that would have to change bins to match the baseline.',
  definition: '½ Σ |c − r|',
  source: 'Levin, Peres & Wilmer, Markov Chains and Mixing Times, section 4.1',
  unit: 'share',
  worse: 'higher',
  value: {
    over: totalVariationOver,
    promql: ({ live, reference, distribution }) =>
      div(sum(abs(sub(live(), reference()))).by([...distribution.per]), n(2)),
  },
  // An upper bound (Cauchy–Schwarz): it calls drift noise rather than noise drift.
  criticalValue: { of: (noise) => Math.sqrt(noise) / 2, promql: (noise) => div(sqrt(noise), n(2)) },
});
