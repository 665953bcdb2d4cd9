import { precisionOfClass } from '../../statistics/precision.ts';
import { classMeasure, quotient } from '../../templates/outcome-measure.ts';

export const precision = classMeasure({
  id: 'precision',
  name: 'Precision',
  description: 'Share of the favorable predictions that turned out to be right.',
  definition: 'TP / (TP + FP), where the favorable class is positive; or the average over classes',
  source: 'scikit-learn, precision_score',
  denominator: 'predicted',
  ofClass: {
    of: precisionOfClass,
    promql: ({ truePositives, predicted }) => quotient(truePositives(), predicted()),
  },
});
