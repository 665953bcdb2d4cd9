import type { MeasureFrame } from '../../src/compiler/frames.ts';
import { FEATURE } from '../counts/made-up-series.ts';

/** The PSI of a feature at two times. */
export const PSI_FRAME: MeasureFrame = {
  measure: 'psi',
  subject: 'distribution',
  unit: 'index',
  limits: { side: 'above', warning: 0.1, critical: 0.25 },
  labels: FEATURE,
  name: 'age',
  times: [60, 120],
  values: { value: [0.3, NaN], observations: [500, 100], 'critical-value': [0.02, NaN] },
};
