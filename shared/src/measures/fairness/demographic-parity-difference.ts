import { groupDifferenceMeasure } from '../../templates/group-measure.ts';
import { selectionRates } from './selection-rate.ts';

export const demographicParityDifference = groupDifferenceMeasure(selectionRates, {
  id: 'demographic-parity-difference',
  name: 'Demographic parity difference',
  description: 'Difference between the selection rates of groups. 0 is equal.',
  definition: 'selection rate of each group − of the reference group; without one, highest rate − lowest rate',
  source: 'AIF360 mean_difference; Fairlearn demographic_parity_difference',
});
