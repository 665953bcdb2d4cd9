import { binMeasure } from '../../templates/bin-measure.ts';

export const referenceShare = binMeasure({
  id: 'reference-share',
  name: 'Reference share by bin',
  description:
    'How the values of the baseline spread over the bins: the training data, an earlier time, another version.',
  definition: 'values of the baseline in the bin / in all bins, missing values left out',
  source: 'Evidently (valid values only)',
  unit: 'share',
  worse: 'neither',
  side: 'reference',
  value: {
    of: ({ reference, referenceTotal }) => reference / referenceTotal,
    promql: ({ reference }) => reference(),
  },
});
