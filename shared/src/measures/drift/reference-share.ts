import { whereComparable } from '../../distributions/comparison.ts';
import { binMeasure } from '../../templates/bin-measure.ts';

export const referenceShare = binMeasure({
  id: 'reference-share',
  name: 'Reference share by bin',
  description:
    'Share of the baseline in each bin. The baseline is the training data, an earlier time or another version.',
  definition: 'values of the baseline in the bin / in all bins, without missing values',
  source: 'Evidently (valid values only)',
  unit: 'share',
  worse: 'neither',
  side: 'reference',
  comparesBins: true,
  value: {
    of: ({ reference, referenceTotal }) => reference / referenceTotal,
    promql: (sides) => whereComparable(sides.reference(), sides),
  },
});
