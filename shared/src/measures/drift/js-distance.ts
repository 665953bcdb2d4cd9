import { add, clampMin, div, gt, ln, mul, n, sqrt, sum } from '@grafana/promql-builder';
import type { Expression } from '../../promql/expression.ts';
import { jensenShannonOver } from '../../statistics/jensen-shannon-distance.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';
import { DRIFT_RUNBOOK } from '../../templates/runbooks.ts';

export const jsDistance = driftMeasure({
  id: 'js-distance',
  name: 'Jensen–Shannon distance',
  description: 'Distance between the live distribution and its baseline, from 0 to 1. It also works with empty bins.',
  definition: 'sqrt(½ Σ c ln(c/μ) + ½ Σ r ln(r/μ)) / sqrt(ln 2), μ = (c + r) / 2',
  source: 'SciPy, spatial.distance.jensenshannon(base=2); limit of NannyML',
  unit: 'index',
  worse: 'higher',
  thresholds: { side: 'above', critical: 0.1, runbook: DRIFT_RUNBOOK },
  value: {
    over: jensenShannonOver,
    promql: ({ live, reference, distribution }) => {
      const middle = (): Expression => div(add(live(), reference()), n(2));
      const entropies = (share: () => Expression): Expression => {
        const used = (): Expression => gt(share(), n(0));
        return sum(mul(used(), ln(div(used(), middle())))).by([...distribution.per]);
      };
      return sqrt(clampMin(div(add(entropies(live), entropies(reference)), n(2 * Math.LN2)), 0));
    },
  },
  criticalValue: {
    of: (noise) => Math.sqrt(noise / (8 * Math.LN2)),
    promql: (noise) => sqrt(div(noise, n(8 * Math.LN2))),
  },
});
