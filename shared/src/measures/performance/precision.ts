import { precisionOfClass } from '../../statistics/precision.ts';
import { classMeasure, quotient } from '../../templates/outcome-measure.ts';

export const precision = classMeasure({
  id: 'precision',
  name: 'Precision',
  description: 'Of the outcomes that were predicted the favorable class, the share that are actually of it.',
  definition: 'TP / (TP + FP), the favorable class being positive; or the average of every class',
  source: 'scikit-learn, precision_score',
  denominator: 'predicted',
  ofClass: {
    of: precisionOfClass,
    promql: ({ truePositives, predicted }) => quotient(truePositives(), predicted()),
  },
});
