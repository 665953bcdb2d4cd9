import { bestF1 } from '../../statistics/threshold-counts.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';

export const bestF1Threshold = scoreMeasure({
  id: 'best-f1-threshold',
  name: 'Threshold of the best F1',
  description:
    'Edge above which the class should be predicted for the highest F1. The best threshold may lie between this edge and ' +
    'one of its neighbors.',
  definition: 'the edge with the highest F1, the lowest of several',
  source: 'scikit-learn, f1_score over precision_recall_curve',
  unit: 'index',
  worse: 'neither',
  value: {
    of: (outcomes) => outcomes.lowerEdges[bestF1(outcomes).bin] ?? NaN,
  },
});
