import { and, eq, n } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, grown } from '../promql/counts.ts';
import { PER_GROUP, PER_MODEL, reference } from '../promql/reference.ts';
import { groupsOf, labels, modelOf, series } from '../promql/series.ts';
import { summed } from '../promql/summed.ts';
import type { RateByGroup } from './group-comparison.ts';
import { rateMeasure } from './rate-measure.ts';

const GROUP_PREDICTIONS = counterSeries(METRICS.groupPredictions);

/** Favorable predictions among all predictions. */
export const selectionRateByGroup: RateByGroup = (query, by, narrowing) => {
  const groups = { ...groupsOf(query), ...narrowing };
  const trials = counted(series(GROUP_PREDICTIONS, groups), query, by);
  if (query.favorable !== undefined) {
    const favorable = { ...groups, [ATTRIBUTES.predictionClass]: { is: query.favorable } };
    return { hits: counted(series(GROUP_PREDICTIONS, favorable), query, by), trials };
  }
  const perClass = [...PER_MODEL, ATTRIBUTES.predictionClass];
  const favorable = eq(reference(METRICS.referencePredictionFavorable, query, modelOf(query), perClass), n(1));
  const predictions = grown(series(GROUP_PREDICTIONS, groups), query);
  return { hits: summed(and(predictions, favorable).on(labels(...perClass)), labels(...by)), trials };
};

export const selectionRate = rateMeasure({
  id: 'selection-rate',
  name: 'Selection rate',
  description: 'Share of each group that receives the favorable prediction.',
  definition: 'P(predicted favorable | group)',
  source: 'Fairlearn, selection_rate',
  family: 'fairness',
  subject: 'group',
  worse: 'neither',
  legend: () => '{{ml_group_attribute}}: {{ml_group_value}}',
  rate: (query) => selectionRateByGroup(query, PER_GROUP, {}),
});
