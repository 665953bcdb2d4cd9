import { modelOutcomes } from '../../counts/model-outcomes.ts';
import { Outcomes } from '../../promql/outcomes.ts';
import { accuracyOf } from '../../statistics/accuracy.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';

export const accuracy = rateMeasure({
  id: 'accuracy',
  name: 'Accuracy',
  description: 'Share of the outcomes in the window that the model predicted correctly.',
  definition: 'outcomes with predicted = actual / all outcomes',
  source: 'scikit-learn, accuracy_score',
  family: 'performance',
  subject: 'model',
  worse: 'lower',
  inputs: ['model', 'version', 'minimumObservations', 'significance'],
  counts: modelOutcomes,
  rate: {
    of: ({ cells }) => accuracyOf(cells),
    promql: (query) => {
      const outcomes = Outcomes.ofModel(query);
      return { numerator: outcomes.correct(), denominator: outcomes.count() };
    },
  },
});
