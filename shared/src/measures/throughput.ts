import { METRICS } from '../conventions/metrics.ts';
import { rate, sum } from '@grafana/promql-builder';
import { histogramPattern } from '../conventions/series.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { labels, modelOf, seriesMatching } from '../promql/series.ts';
import type { Measure } from './measure.ts';

export const throughput: Measure = {
  id: 'throughput',
  name: 'Throughput',
  description: 'Predictions a second, failed ones included, over all replicas.',
  definition: 'rate of the count of ml.prediction.duration',
  source: 'Google SRE book, the four golden signals: traffic',
  family: 'traffic',
  unit: 'per second',
  subject: 'model',
  worse: 'neither',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: (query) =>
    sum(
      rate(seriesMatching(histogramPattern(METRICS.predictionDuration, 'count'), modelOf(query)).range(query.window)),
    ).by(labels(...PER_MODEL)),
};
