import { modelLegend } from '../../distributions/model-legend.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import type { Measure } from '../../templates/measure.ts';
import { psi } from './psi.ts';

const ofPredictions = (query: MeasureQuery): MeasureQuery => ({ ...query, of: { kind: 'prediction' } });

/** The PSI, asked of the predictions: a measure of its own, so that it has alerts beside those of the features. */
export const predictionPsi: Measure<'prediction-psi'> = {
  ...psi,
  id: 'prediction-psi',
  name: 'Prediction PSI',
  description:
    'Population stability index of the predictions: how far their classes, or their score, have moved from those on ' +
    'the training data.',
  subject: 'model',
  inputs: psi.inputs.filter((input) => input !== 'of' && input !== 'feature'),
  ...(psi.thresholds === undefined ? {} : { thresholds: { ...psi.thresholds, title: 'Prediction drift: PSI' } }),
  legend: modelLegend,
  aspects: (query) => psi.aspects(ofPredictions(query)),
  promql: (query, aspect) => psi.promql(ofPredictions(query), aspect),
  selections: (query) => psi.selections(ofPredictions(query)),
  evaluate: (query, selected) => psi.evaluate(ofPredictions(query), selected),
};
