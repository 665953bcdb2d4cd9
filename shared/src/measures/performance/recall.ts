import { recallOfClass } from '../../statistics/recall.ts';
import { classMeasure, quotient } from '../../templates/outcome-measure.ts';

export const recall = classMeasure({
  id: 'recall',
  name: 'Recall',
  description: 'Of the outcomes that are actually of the favorable class, the share that were predicted it.',
  definition: 'TP / (TP + FN), the favorable class being positive; or the average of every class',
  source: 'scikit-learn, recall_score',
  denominator: 'actual',
  ofClass: {
    of: recallOfClass,
    promql: ({ truePositives, actual }) => quotient(truePositives(), actual()),
  },
});
