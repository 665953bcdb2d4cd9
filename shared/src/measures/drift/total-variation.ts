import { abs, div, n, sqrt, sub, sum } from '@grafana/promql-builder';
import { totalVariationDistance } from '../../statistics/total-variation-distance.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';

export const totalVariation = driftMeasure({
  id: 'total-variation',
  name: 'Total variation',
  description: 'Share of the values that would have to change bins for the distribution to look like its baseline.',
  definition: '½ Σ |c − r|',
  source: 'Levin, Peres & Wilmer, Markov Chains and Mixing Times, section 4.1',
  unit: 'share',
  worse: 'higher',
  value: {
    of: ({ live, reference }) => totalVariationDistance(live, reference),
    promql: ({ live, reference, distribution }) =>
      div(sum(abs(sub(live(), reference()))).by([...distribution.per]), n(2)),
  },
  // A bound by way of Cauchy and Schwarz, so that it errs on the quiet side.
  criticalValue: { of: (noise) => Math.sqrt(noise) / 2, promql: (noise) => div(sqrt(noise), n(2)) },
});
