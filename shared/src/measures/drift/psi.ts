import { sum } from '@grafana/promql-builder';
import { psiOver } from '../../statistics/psi.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';
import { psiContributionExpression } from '../../templates/psi-contribution-expression.ts';
import { DRIFT_RUNBOOK } from '../../templates/runbooks.ts';

export const psi = driftMeasure({
  id: 'psi',
  name: 'PSI',
  description:
    'Population stability index, the distance between the live distribution and its baseline. Below 0.1 is stable, 0.1 to ' +
    '0.25 a moderate shift, above 0.25 a large shift.',
  definition: 'Σ (c − r) ln(c / r) over bins; zero shares count as 0.0001',
  source: 'Siddiqi, Credit Risk Scorecards (2006); zero handling of Evidently',
  unit: 'index',
  worse: 'higher',
  thresholds: { side: 'above', warning: 0.1, critical: 0.25, runbook: DRIFT_RUNBOOK },
  value: {
    over: psiOver,
    promql: (sides) => sum(psiContributionExpression(sides)).by([...sides.distribution.per]),
  },
  criticalValue: { of: (noise) => noise, promql: (noise) => noise },
});
