import { askedOf } from '../../templates/asked-of.ts';
import { scoreLegend } from '../../templates/score-measure.ts';
import { psi } from './psi.ts';

/** The PSI, asked of the scores that are calibrated. */
export const scorePsi = askedOf(
  psi,
  { kind: 'scores' },
  {
    id: 'score-psi',
    name: 'Score PSI',
    description:
      'Population stability index of the scores of a class: how far they have moved from those of the held-out rows, in ' +
      'the bins in which outcomes are counted, with the decision threshold among their edges. Below 0.1 is stable, 0.1 to ' +
      '0.25 a moderate shift, above 0.25 a large shift.',
    definition: 'Σ (c − r) ln(c / r) over bins of the score; zero shares count as 0.0001',
    inputs: ['model', 'version', 'segment', 'favorable', 'baseline', 'minimumObservations', 'significance'],
    legend: scoreLegend,
  },
);
