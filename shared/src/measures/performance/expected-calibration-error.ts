import { abs, div, sub, sum } from '@grafana/promql-builder';
import { expectedOutcomes, PER_SCORE, PER_SCORE_BIN, scoredOutcomes } from '../../promql/outcome-scores.ts';
import { expectedCalibrationError as errorOf } from '../../statistics/expected-calibration-error.ts';
import { calibrationMeasure } from '../../templates/score-measure.ts';

export const expectedCalibrationError = calibrationMeasure({
  id: 'expected-calibration-error',
  name: 'Calibration error',
  description:
    'How far the share of the class is from the mean score, bin by bin. Noise alone makes it positive, the more the fewer ' +
    'outcomes a bin has. Exact for these bins; other bins give another value.',
  definition: 'Σ (p_k + n_k) |f_k − p_k / (p_k + n_k)| / outcomes',
  source: 'Naeini, Cooper & Hauskrecht (2015)',
  unit: 'share',
  worse: 'higher',
  value: {
    of: errorOf,
    promql: (query) => {
      const gap = abs(sub(expectedOutcomes(query), scoredOutcomes(query, 'positives', PER_SCORE_BIN)));
      return div(sum(gap).by([...PER_SCORE]), scoredOutcomes(query));
    },
  },
});
