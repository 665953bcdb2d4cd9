import { chiSquarePValue as pValueOf } from '../../statistics/chi-square-p-value.ts';
import { driftMeasure, eachTime } from '../../templates/drift-measure.ts';

export const chiSquarePValue = driftMeasure({
  id: 'chi-square-p-value',
  name: 'χ² p-value',
  description:
    'Probability that chance alone makes the live distribution differ from its baseline this much. With high traffic it ' +
    'falls to zero for shifts that are too small to matter, so check the PSI as well.',
  definition: 'P(χ²_{B−1} ≥ n Σ (c − r)² / r)',
  source: 'SciPy, stats.chisquare',
  unit: 'share',
  worse: 'lower',
  value: { over: eachTime(({ live, reference }) => pValueOf(live, reference)) },
});
