import { groupRatioMeasure } from '../../templates/group-measure.ts';
import { FAIRNESS_RUNBOOK } from '../../templates/runbooks.ts';
import { selectionRates } from './selection-rate.ts';

export const disparateImpact = groupRatioMeasure(selectionRates, {
  id: 'disparate-impact',
  name: 'Disparate impact',
  description:
    'Ratio of the selection rates of groups. 1 is equal; below 0.8 violates the four-fifths rule of US employment law.',
  definition: 'selection rate of each group / of the reference group; without one, lowest rate / highest rate',
  source: 'AIF360 disparate_impact; Fairlearn demographic_parity_ratio; 29 CFR 1607.4(D)',
  thresholds: {
    side: 'below',
    warning: 0.9,
    critical: 0.8,
    title: 'Fairness: disparate impact',
    runbook: FAIRNESS_RUNBOOK,
  },
});
