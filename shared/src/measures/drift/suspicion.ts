import { abs, add, div, mul, n, or, sqrt, sub, sum } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import { suspects } from '../../counts/suspects.ts';
import { comparedLabels } from '../../distributions/compared-labels.ts';
import { comparisonOf, whereComparable } from '../../distributions/comparison.ts';
import { distributionOf } from '../../distributions/distribution-of.ts';
import { NOW } from '../../distributions/time-window.ts';
import type { Expression } from '../../promql/expression.ts';
import { reference } from '../../promql/reference.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { whenEnough } from '../../query/minimum-observations.ts';
import { totalVariationDistance } from '../../statistics/total-variation-distance.ts';
import { DRIFT_INPUTS } from '../../templates/drift-measure.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { noiseFloor, noiseFloorOf } from '../../templates/noise-floor.ts';

/** A number of each feature, times its importance: that in the profile, or 1 where the profile has none. */
function weighted(value: Expression, query: MeasureQuery): Expression {
  const per = comparedLabels(METRICS.featureObservations, query);
  const importance = reference(METRICS.referenceFeatureImportance, query, per);
  const one = add(mul(distributionOf(query).total(NOW), n(0)), n(1));
  return mul(value, or(importance, one));
}

export const suspicion = defineMeasure({
  id: 'suspicion',
  name: 'Suspicion',
  description:
    'How much a feature is a suspect where a model got worse: how far it has moved, times its importance to the model as ' +
    'the profile has it from the trainer, or 1. It ranks where to look first, and does not say what caused what.',
  definition: '½ Σ |c − r| × importance',
  source: 'Total variation (Levin, Peres & Wilmer, section 4.1), weighted by the importance that any trainer gives',
  family: 'drift',
  unit: 'share',
  subject: 'feature',
  worse: 'higher',
  inputs: DRIFT_INPUTS.filter((input) => input !== 'of'),
  comparesBins: true,
  counts: suspects,
  value: {
    of: ({ bins: { live, reference: baseline, observations, used }, importance }, query) =>
      baseline === undefined
        ? NaN
        : whenEnough(totalVariationDistance(live, baseline) * importance, observations, query, used),
    promql: (query) => {
      const sides = comparisonOf(query);
      const distance = sum(abs(sub(sides.live(), sides.reference()))).by([...sides.distribution.per]);
      return weighted(whereComparable(div(distance, n(2)), sides), query);
    },
  },
  observations: {
    of: ({ bins }) => bins.observations,
    promql: (query) => distributionOf(query).total(NOW),
  },
  // That of the total variation, which is an upper bound: it calls change noise rather than noise change.
  criticalValue: {
    of: ({ bins, importance }, query, together) => (Math.sqrt(noiseFloorOf(bins, query, together)) / 2) * importance,
    promql: (query, together) => {
      const sides = comparisonOf(query);
      return weighted(whereComparable(div(sqrt(noiseFloor(query, together)), n(2)), sides), query);
    },
  },
});
