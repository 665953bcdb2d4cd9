import { groupDifferenceMeasure } from './group-measure.ts';
import { selectionRateByGroup } from './selection-rate.ts';

export const demographicParityDifference = groupDifferenceMeasure(selectionRateByGroup, {
  id: 'demographic-parity-difference',
  name: 'Demographic parity difference',
  description: 'How many more of one group than of another receive the favorable prediction. 0 is equal.',
  definition: 'selection rate of the other groups − of the privileged group; without one, highest rate − lowest rate',
  source: 'AIF360 mean_difference; Fairlearn demographic_parity_difference',
});
