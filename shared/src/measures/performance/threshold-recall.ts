import { thresholdMeasure } from '../../templates/threshold-measure.ts';

export const thresholdRecall = thresholdMeasure({
  id: 'threshold-recall',
  name: 'Recall by threshold',
  description:
    'Recall if the class is predicted from the lower end of a bin on; its numerator and observations are TP and TP + FN. ' +
    'Exact at edges, and between those of the two neighbors elsewhere.',
  definition: 'TP / (TP + FN) by threshold',
  source: 'scikit-learn, precision_recall_curve',
  denominator: 'actual',
});
