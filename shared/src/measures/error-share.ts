import { div, mul, n, or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { durationSeriesPattern } from '../conventions/series.ts';
import { counted, enough } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_MODEL } from '../promql/reference.ts';
import { modelOf, seriesMatching, type LabelValues } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from './measure.ts';

function expression(query: MeasureQuery): Expression {
  const calls = (values: LabelValues = {}): Expression =>
    counted(seriesMatching(durationSeriesPattern('count'), { ...modelOf(query), ...values }), query, PER_MODEL);
  // A model that never failed has no series with an error type at all: its share is zero, not absent.
  return div(or(calls({ [ATTRIBUTES.errorType]: { isNot: '' } }), mul(calls(), n(0))), enough(calls(), query));
}

export const errorShare: Measure = {
  id: 'error-share',
  name: 'Error share',
  description: 'Share of predictions that threw instead of answering.',
  definition: 'predictions with an error.type / all predictions',
  source: 'Google SRE book, the four golden signals: errors',
  unit: 'share',
  subject: 'model',
  worse: 'higher',
  legend: () => '{{ml_model_name}} {{ml_model_version}}',
  promql: expression,
};
