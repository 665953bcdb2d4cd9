import { comparedBins } from '../../counts/compared-bins.ts';
import { comparisonOf, whereComparable } from '../../distributions/comparison.ts';
import { distributionOf } from '../../distributions/distribution-of.ts';
import { DRIFT_INPUTS, OBSERVATIONS } from '../../templates/drift-measure.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { noiseFloor, noiseFloorOf } from '../../templates/noise-floor.ts';

export const psiCriticalValue = defineMeasure({
  id: 'psi-critical-value',
  name: 'PSI noise floor',
  description:
    'The PSI that sampling noise alone reaches with this many observations in any of the features asked together. A PSI ' +
    'below it is no sign of drift.',
  definition:
    '(1/n + 1/m) χ²(B − 1, 1 − significance / K), where B counts the bins that the baseline uses and K the features asked ' +
    'together',
  source: 'Yurdakul, Statistical Properties of Population Stability Index (2018)',
  family: 'drift',
  unit: 'index',
  subject: 'distribution',
  worse: 'neither',
  inputs: DRIFT_INPUTS,
  legend: (query) => `${distributionOf(query).legend} noise floor`,
  comparesBins: true,
  counts: comparedBins,
  value: {
    of: noiseFloorOf,
    promql: (query, together) => whereComparable(noiseFloor(query, together), comparisonOf(query)),
  },
  observations: OBSERVATIONS,
});
