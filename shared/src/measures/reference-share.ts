import { compared } from '../distributions/compared.ts';
import { binLegend } from './bin-legend.ts';
import type { Measure } from './measure.ts';

export const referenceShare: Measure = {
  id: 'reference-share',
  name: 'Reference share by bin',
  description:
    'How the values of the baseline spread over the bins: the training data, an earlier time, another version.',
  definition: 'values of the baseline in the bin / in all bins, missing values left out',
  source: 'Evidently (valid values only)',
  family: 'drift',
  unit: 'share',
  subject: 'bin',
  worse: 'neither',
  legend: binLegend,
  promql: (query) => compared(query).reference(),
  observations: (query) => compared(query).referenceObservations(),
};
