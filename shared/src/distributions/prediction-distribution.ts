import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries, labelOf } from '../conventions/series.ts';
import { grown } from '../promql/counts.ts';
import { PER_MODEL, reference } from '../promql/reference.ts';
import { labels, modelOf, series } from '../promql/series.ts';
import { summed } from '../promql/summed.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Distribution, Moment } from './distribution.ts';

const PER_PREDICTION_BIN = [...PER_MODEL, ATTRIBUTES.predictionBin] as const;

/** What a model answers: bins of its score where it has one, else its classes. */
export function predictionDistribution(query: MeasureQuery): Distribution {
  const counter = ({ offset, versions = query.versions }: Moment) =>
    grown(series(counterSeries(METRICS.predictionObservations), modelOf({ ...query, versions })), query, offset);
  return {
    per: labels(...PER_MODEL),
    bin: labelOf(ATTRIBUTES.predictionBin),
    legend: '{{ml_model_name}} {{ml_model_version}}',
    counts: (moment) => summed(counter(moment), labels(...PER_PREDICTION_BIN)),
    total: (moment) => summed(counter(moment), labels(...PER_MODEL)),
    reference: {
      shares: () => reference(METRICS.referencePredictionRatio, query, modelOf(query), PER_PREDICTION_BIN),
      rows: () => reference(METRICS.referenceRows, query, modelOf(query), PER_MODEL),
    },
  };
}
