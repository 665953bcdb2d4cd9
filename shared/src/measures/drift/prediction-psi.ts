import { modelLegend } from '../../distributions/model-legend.ts';
import { askedOf } from '../../templates/asked-of.ts';
import { psi } from './psi.ts';

/** The PSI, asked of the predictions. */
export const predictionPsi = askedOf(
  psi,
  { kind: 'prediction' },
  {
    id: 'prediction-psi',
    name: 'Prediction PSI',
    description:
      'Population stability index of the predictions: how far their classes, or their score, have moved from those on ' +
      'the training data.',
    inputs: psi.inputs.filter((input) => input !== 'of' && input !== 'feature'),
    ...(psi.thresholds === undefined ? {} : { thresholds: { ...psi.thresholds, title: 'Prediction drift: PSI' } }),
    legend: modelLegend,
  },
);
