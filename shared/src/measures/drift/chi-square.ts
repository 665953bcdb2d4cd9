import { div, gte, mul, n, pow, sub, sum } from '@grafana/promql-builder';
import { chiSquareOver } from '../../statistics/chi-square-statistic.ts';
import { driftMeasure } from '../../templates/drift-measure.ts';

export const chiSquare = driftMeasure({
  id: 'chi-square',
  name: 'χ² statistic',
  description:
    'Pearson’s statistic of the live counts against the baseline. It grows with the traffic, so compare it with its ' +
    'critical value.',
  definition: 'n Σ (c − r)² / r',
  source: 'SciPy, stats.chisquare',
  unit: 'index',
  worse: 'higher',
  value: {
    over: chiSquareOver,
    promql: ({ live, reference, distribution, observations }) => {
      const parts = div(pow(sub(live(), reference()), n(2)), reference());
      // The comparison drops bins that are empty on both sides, where the quotient is no number.
      return mul(observations(), sum(gte(parts, n(0))).by([...distribution.per]));
    },
  },
  criticalValue: {
    of: (noise, observations) => noise * observations,
    promql: (noise, observations) => mul(noise, observations),
  },
});
