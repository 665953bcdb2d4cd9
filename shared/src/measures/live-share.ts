import { compared } from '../distributions/compared.ts';
import { binLegend } from './bin-legend.ts';
import type { Measure } from './measure.ts';

export const liveShareMeasure: Measure = {
  id: 'live-share',
  name: 'Live share by bin',
  description: 'How the live values spread over their bins.',
  definition: 'observations in the bin / observations in all bins, missing and invalid values left out',
  source: 'Evidently (valid values only)',
  family: 'drift',
  unit: 'share',
  subject: 'bin',
  worse: 'neither',
  legend: binLegend,
  promql: (query) => compared(query).live(),
  observations: (query) => compared(query).observations(),
};
