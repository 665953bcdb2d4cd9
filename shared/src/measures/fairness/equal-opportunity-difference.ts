import { groupDifferenceMeasure } from '../../templates/group-measure.ts';
import { FAIRNESS_RUNBOOK } from '../../templates/runbooks.ts';
import { truePositiveRates } from './true-positive-rate.ts';

export const equalOpportunityDifference = groupDifferenceMeasure(truePositiveRates, {
  id: 'equal-opportunity-difference',
  name: 'Equal opportunity difference',
  description: 'Difference between the true positive rates of groups. 0 is equal.',
  definition: 'TPR of each group − of the reference group; without one, highest TPR − lowest TPR',
  source: 'AIF360 equal_opportunity_difference, which calls −0.1 to 0.1 fair; Fairlearn equal_opportunity_difference',
  thresholds: {
    side: 'above',
    warning: 0.05,
    critical: 0.1,
    title: 'Fairness: equal opportunity difference',
    runbook: FAIRNESS_RUNBOOK,
  },
});
