import { modelLegend } from '../../distributions/model-legend.ts';
import { askedOf } from '../../templates/asked-of.ts';
import { totalVariation } from './total-variation.ts';

/** The total variation of the actual classes; that of the predicted ones is no prior. */
export const priorShift = askedOf(
  totalVariation,
  { kind: 'outcomes' },
  {
    id: 'prior-shift',
    name: 'Prior shift',
    description:
      'How far the shares of the actual classes are from those in the training data. Of two classes it is the difference ' +
      'of the share of either. Scores that are right as probabilities become wrong by it.',
    definition: '½ Σ |c − r| over actual classes: total variation',
    source:
      'Moreno-Torres et al., A unifying view on dataset shift in classification (2012), prior probability shift; ' +
      'Levin, Peres & Wilmer, Markov Chains and Mixing Times, section 4.1',
    inputs: ['model', 'version', 'segment', 'minimumObservations', 'significance'],
    legend: modelLegend,
  },
  // What another version or another day met is drift, not a shift of what the model has learned.
  (query) => ({ ...query, baseline: { kind: 'reference' } }),
);
