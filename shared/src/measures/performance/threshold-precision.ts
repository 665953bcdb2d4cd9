import { thresholdMeasure } from '../../templates/threshold-measure.ts';

export const thresholdPrecision = thresholdMeasure({
  id: 'threshold-precision',
  name: 'Precision by threshold',
  description:
    'Precision if the class is predicted from the lower end of a bin on; its numerator and observations are TP and TP + FP. ' +
    'Exact at edges. Between two edges it is at least TP above the upper one / (that + FP above the lower one), and at most ' +
    'the other way round.',
  definition: 'TP / (TP + FP) by threshold',
  source: 'scikit-learn, precision_recall_curve',
  denominator: 'predicted',
});
