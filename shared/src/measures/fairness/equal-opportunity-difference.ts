import { groupDifferenceMeasure } from '../../templates/group-measure.ts';
import { truePositiveRates } from './true-positive-rate.ts';

export const equalOpportunityDifference = groupDifferenceMeasure(truePositiveRates, {
  id: 'equal-opportunity-difference',
  name: 'Equal opportunity difference',
  description: 'Difference between the true positive rates of groups. 0 is equal.',
  definition: 'TPR of each group − of the reference group; without one, highest TPR − lowest TPR',
  source: 'AIF360 equal_opportunity_difference; Fairlearn equal_opportunity_difference',
});
