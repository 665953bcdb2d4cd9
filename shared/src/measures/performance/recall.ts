import { recallOfClass } from '../../statistics/recall.ts';
import { classMeasure, quotient } from '../../templates/outcome-measure.ts';

export const recall = classMeasure({
  id: 'recall',
  name: 'Recall',
  description: 'Share of the actually favorable outcomes that were predicted as favorable.',
  definition: 'TP / (TP + FN), where the favorable class is positive; or the average over classes',
  source: 'scikit-learn, recall_score',
  denominator: 'actual',
  ofClass: {
    of: recallOfClass,
    promql: ({ truePositives, actual }) => quotient(truePositives(), actual()),
  },
});
