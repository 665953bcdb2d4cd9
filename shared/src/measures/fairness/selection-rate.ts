import { predictionsByGroup } from '../../counts/groups.ts';
import { orZero } from '../../promql/or-zero.ts';
import { favorableGroupPredictions, groupPredictions } from '../../promql/group-predictions.ts';
import { selectionRateOf, type PredictedClass } from '../../statistics/group-rates.ts';
import { groupRateMeasure } from '../../templates/group-measure.ts';
import type { GroupRateSource } from '../../templates/group-rate.ts';

/** Favorable predictions among all predictions of a group. */
export const selectionRates: GroupRateSource<PredictedClass> = {
  source: predictionsByGroup,
  of: selectionRateOf,
  promql: (query, by, narrowing) => {
    const all = groupPredictions(query, by, narrowing);
    return { numerator: orZero(favorableGroupPredictions(query, by, narrowing), all), denominator: all };
  },
};

export const selectionRate = groupRateMeasure(selectionRates, {
  id: 'selection-rate',
  name: 'Selection rate',
  description: 'Share of the predictions of each group that are favorable.',
  definition: 'P(predicted favorable | group)',
  source: 'Fairlearn, selection_rate',
  worse: 'neither',
});
