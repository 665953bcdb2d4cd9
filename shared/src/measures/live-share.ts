import { div } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_BIN, PER_FEATURE } from '../promql/reference.ts';
import { featuresOf, labels, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';

/** Share of a feature's valid observations in each bin; nothing for a feature with too few of them. */
export function liveShare(query: MeasureQuery): Expression {
  const observations = () => series(counterSeries(METRICS.featureObservations), featuresOf(query));
  return div(counted(observations(), query, PER_BIN), enough(counted(observations(), query, PER_FEATURE), query))
    .on(labels(...PER_FEATURE))
    .groupLeft([]);
}

export const liveShareMeasure: Measure = {
  id: 'live-share',
  name: 'Live share by bin',
  description: 'How the live values of a feature spread over its bins.',
  definition: 'observations in the bin / observations in all bins, missing and invalid values left out',
  source: 'Evidently (valid values only)',
  unit: 'share',
  subject: 'bin',
  worse: 'neither',
  legend: () => '{{ml_feature_name}} {{ml_feature_bin}}',
  promql: liveShare,
};
