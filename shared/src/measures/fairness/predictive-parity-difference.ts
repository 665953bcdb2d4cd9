import { groupDifferenceMeasure } from '../../templates/group-measure.ts';
import { positivePredictiveValues } from './positive-predictive-value.ts';

export const predictiveParityDifference = groupDifferenceMeasure(positivePredictiveValues, {
  id: 'predictive-parity-difference',
  name: 'Predictive parity difference',
  description: 'Difference between the positive predictive values of groups. 0 is equal.',
  definition: 'PPV of each group − of the reference group; without one, highest PPV − lowest PPV',
  source: 'Chouldechova, Fair prediction with disparate impact (2017); the COMPAS debate of ProPublica and Northpointe',
});
