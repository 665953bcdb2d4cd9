import { add, mul, n } from '@grafana/promql-builder';
import { f1OfClass } from '../../statistics/f1.ts';
import { classMeasure, quotient } from '../../templates/outcome-measure.ts';

export const f1 = classMeasure({
  id: 'f1',
  name: 'F1',
  description: 'Harmonic mean of precision and recall of the favorable class. It is low if one of them is low.',
  definition: '2 TP / (2 TP + FP + FN), where the favorable class is positive; or the average over classes',
  source: 'scikit-learn, f1_score',
  ofClass: {
    of: f1OfClass,
    promql: ({ truePositives, predicted, actual }) => quotient(mul(n(2), truePositives()), add(predicted(), actual())),
  },
});
