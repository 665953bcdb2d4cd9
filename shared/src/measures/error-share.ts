import { METRICS } from '../conventions/metrics.ts';
import { mul, n, or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { histogramPattern } from '../conventions/series.ts';
import { counted } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { modelOf, seriesMatching, type LabelValues } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from './measure.ts';
import { rateMeasure } from './rate-measure.ts';

function rate(query: MeasureQuery): Rate {
  const calls = (values: LabelValues = {}): Expression =>
    counted(
      seriesMatching(histogramPattern(METRICS.predictionDuration, 'count'), { ...modelOf(query), ...values }),
      query,
      PER_MODEL,
    );
  // A model that never failed has no series with an error type at all: its share is zero, not absent.
  return { hits: or(calls({ [ATTRIBUTES.errorType]: { isNot: '' } }), mul(calls(), n(0))), trials: calls() };
}

export const errorShare = rateMeasure({
  id: 'error-share',
  name: 'Error share',
  description: 'Share of predictions that threw instead of answering.',
  definition: 'predictions with an error.type / all predictions',
  source: 'Google SRE book, the four golden signals: errors',
  family: 'traffic',
  subject: 'model',
  worse: 'higher',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  rate,
});
