import { avg, div, gt, n } from '@grafana/promql-builder';
import { METRICS } from '../../conventions/metrics.ts';
import { orZero } from '../../promql/or-zero.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import { dimensionLabels } from '../../promql/selectors.ts';
import { balancedAccuracyOf } from '../../statistics/balanced-accuracy.ts';
import { outcomeMeasure } from '../../templates/outcome-measure.ts';

export const balancedAccuracy = outcomeMeasure({
  id: 'balanced-accuracy',
  name: 'Balanced accuracy',
  description: 'Mean recall over the classes: a rare class counts as much as a frequent one.',
  definition: 'mean of TP / (TP + FN) over the actual classes',
  source: 'scikit-learn, balanced_accuracy_score',
  unit: 'share',
  worse: 'lower',
  value: {
    of: balancedAccuracyOf,
    promql: (query) => {
      const outcomes = Outcomes.ofModel(query);
      const correct = orZero(outcomes.perClass('truePositives'), outcomes.perClass('actual'));
      // A class without outcomes has no recall.
      return avg(div(correct, gt(outcomes.perClass('actual'), n(0)))).by(dimensionLabels(METRICS.predictions));
    },
  },
});
