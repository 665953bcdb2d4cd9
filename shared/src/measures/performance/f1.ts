import { add, mul, n } from '@grafana/promql-builder';
import { f1OfClass } from '../../statistics/f1.ts';
import { classMeasure, quotient } from '../../templates/outcome-measure.ts';

export const f1 = classMeasure({
  id: 'f1',
  name: 'F1',
  description: 'One number for precision and recall of the favorable class; low as soon as one of them is.',
  definition: '2 TP / (2 TP + FP + FN), the favorable class being positive; or the average of every class',
  source: 'scikit-learn, f1_score',
  ofClass: {
    of: f1OfClass,
    promql: ({ truePositives, predicted, actual }) => quotient(mul(n(2), truePositives()), add(predicted(), actual())),
  },
});
