import { ratioBetween, type GroupRate } from './group-comparison.ts';
import { groupRatioMeasure } from './group-measure.ts';
import { FAIRNESS_REMEDY } from './remedies.ts';
import { selectionRateByGroup } from './selection-rate.ts';

/**
 * Ratio of selection rates; `hits` are favorable predictions, `trials` all predictions of a group.
 *
 * @returns NaN as {@link ratioBetween} does
 */
export function disparateImpactOf(groups: readonly GroupRate[], privileged?: string): number {
  return ratioBetween(groups, privileged);
}

export const disparateImpact = groupRatioMeasure(selectionRateByGroup, {
  id: 'disparate-impact',
  name: 'Disparate impact',
  description:
    'How the chance of the favorable prediction compares between groups. 1 is equal; below 0.8 breaks the ' +
    'four-fifths rule of US employment law.',
  definition: 'selection rate of the other groups / of the privileged group; without one, lowest rate / highest rate',
  source: 'AIF360 disparate_impact; Fairlearn demographic_parity_ratio; 29 CFR 1607.4(D)',
  thresholds: { side: 'below', alarm: 0.8, remedy: FAIRNESS_REMEDY },
});
