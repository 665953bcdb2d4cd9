import { mul, n, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries, labelOf } from '../conventions/series.ts';
import { grown } from '../promql/counts.ts';
import { PER_BIN, PER_FEATURE, PER_MODEL, reference } from '../promql/reference.ts';
import { featuresOf, labels, modelOf, series } from '../promql/series.ts';
import { summed } from '../promql/summed.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Distribution, Moment } from './distribution.ts';

/** The values of each feature: the recorder counts numeric and categorical ones alike. */
export function featureDistribution(query: MeasureQuery): Distribution {
  const counter = ({ offset, versions = query.versions }: Moment) =>
    grown(series(counterSeries(METRICS.featureObservations), featuresOf({ ...query, versions })), query, offset);
  const features = featuresOf(query);
  return {
    per: labels(...PER_FEATURE),
    bin: labelOf(ATTRIBUTES.featureBin),
    legend: '{{ml_feature_name}}',
    counts: (moment) => summed(counter(moment), labels(...PER_BIN)),
    total: (moment) => summed(counter(moment), labels(...PER_FEATURE)),
    reference: {
      shares: () => reference(METRICS.referenceFeatureRatio, query, features, PER_BIN),
      rows: () =>
        mul(
          sub(n(1), reference(METRICS.referenceFeatureMissingRatio, query, features, PER_FEATURE)),
          reference(METRICS.referenceRows, query, modelOf(query), PER_MODEL),
        )
          .on(labels(...PER_MODEL))
          .groupLeft([]),
    },
  };
}
