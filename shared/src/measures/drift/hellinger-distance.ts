import { clampMin, div, mul, n, sqrt, sub, sum } from '@grafana/promql-builder';
import { hellingerOver } from '../../statistics/hellinger-distance.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';
import { DRIFT_RUNBOOK } from '../../templates/runbooks.ts';

export const hellingerDistance = driftMeasure({
  id: 'hellinger-distance',
  name: 'Hellinger distance',
  description: 'Distance between the live distribution and its baseline: 0 is equal, 1 is no overlap.',
  definition: 'sqrt(1 − Σ sqrt(c r))',
  source: 'Hellinger (1909); as in whylogs and Evidently',
  unit: 'index',
  worse: 'higher',
  thresholds: { side: 'above', critical: 0.1, runbook: DRIFT_RUNBOOK },
  value: {
    over: hellingerOver,
    promql: ({ live, reference, distribution }) =>
      sqrt(clampMin(sub(n(1), sum(sqrt(mul(live(), reference()))).by([...distribution.per])), 0)),
  },
  criticalValue: { of: (noise) => Math.sqrt(noise / 8), promql: (noise) => sqrt(div(noise, n(8))) },
});
