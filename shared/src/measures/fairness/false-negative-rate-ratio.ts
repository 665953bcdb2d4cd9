import { groupRatioMeasure } from '../../templates/group-measure.ts';
import { falseNegativeRates } from './false-negative-rate.ts';

export const falseNegativeRateRatio = groupRatioMeasure(falseNegativeRates, {
  id: 'false-negative-rate-ratio',
  name: 'False negative rate ratio',
  description: 'Ratio of the false negative rates of groups. 1 is equal.',
  definition: 'FNR of each group / of the reference group; without one, lowest FNR / highest FNR',
  source: 'AIF360, false_negative_rate_ratio; ProPublica, Machine Bias (2016)',
});
