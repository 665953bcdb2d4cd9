import { groupRatioMeasure } from '../../templates/group-measure.ts';
import { falsePositiveRates } from './false-positive-rate.ts';

export const falsePositiveRateRatio = groupRatioMeasure(falsePositiveRates, {
  id: 'false-positive-rate-ratio',
  name: 'False positive rate ratio',
  description: 'Ratio of the false positive rates of groups. 1 is equal.',
  definition: 'FPR of each group / of the reference group; without one, lowest FPR / highest FPR',
  source: 'AIF360, false_positive_rate_ratio; ProPublica, Machine Bias (2016)',
});
