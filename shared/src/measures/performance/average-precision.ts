import {
  averagePrecision as averagePrecisionOf,
  averagePrecisionInterval,
} from '../../statistics/average-precision.ts';
import { scoreMeasure } from '../../templates/score-measure.ts';

export const averagePrecision = scoreMeasure({
  id: 'average-precision',
  name: 'Average precision',
  description:
    'Area under precision over recall: how pure the highest scores are. By chance it is the share of the class. Within a ' +
    'bin, outcomes are taken to be mixed evenly; at worst, all of the class come last or first in each.',
  definition: 'mean over P of the precision among the scores from theirs on',
  source: 'scikit-learn, average_precision_score',
  unit: 'share',
  worse: 'lower',
  value: { of: averagePrecisionOf },
  interval: { source: 'Boyd et al. 2013, logit', of: averagePrecisionInterval },
});
