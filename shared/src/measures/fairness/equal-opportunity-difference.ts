import { groupDifferenceMeasure } from '../../templates/group-measure.ts';
import { truePositiveRates } from './true-positive-rate.ts';

export const equalOpportunityDifference = groupDifferenceMeasure(truePositiveRates, {
  id: 'equal-opportunity-difference',
  name: 'Equal opportunity difference',
  description: 'How the chance of being recognized as of the favorable class differs between groups. 0 is equal.',
  definition: 'TPR of the other groups − of the privileged group; without one, highest TPR − lowest TPR',
  source: 'AIF360 equal_opportunity_difference; Fairlearn equal_opportunity_difference',
});
