import { add, mul, n } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../../conventions/attributes.ts';
import { METRICS } from '../../conventions/metrics.ts';
import { labelOf, legendLabel } from '../../conventions/series.ts';
import { failedCallsByType } from '../../counts/calls.ts';
import { modelLegend } from '../../distributions/model-legend.ts';
import { calls } from '../../promql/calls.ts';
import type { Expression } from '../../promql/expression.ts';
import { dimensionLabels } from '../../promql/selectors.ts';
import type { MeasureQuery } from '../../query/measure-query.ts';
import { rateMeasure } from '../../templates/rate-measure.ts';

const ERROR_TYPE = labelOf(ATTRIBUTES.errorType);

export const errorTypeShare = rateMeasure({
  id: 'error-type-share',
  name: 'Error share by type',
  description: 'Share of predictions that failed with each type of error. A type has no value before it first occurs.',
  definition: 'predictions with this error.type / all predictions',
  source: 'OpenTelemetry semantic conventions, error.type',
  family: 'traffic',
  subject: 'model',
  worse: 'higher',
  inputs: ['model', 'version', 'minimumObservations', 'significance'],
  legend: () => `${modelLegend()} ${legendLabel(ATTRIBUTES.errorType)}`,
  counts: failedCallsByType,
  rate: {
    of: (rate) => rate,
    promql: (query) => ({
      numerator: failed(query),
      // All calls of the model, beside each of its types.
      denominator: add(mul(failed(query), n(0)), calls(query))
        .on(dimensionLabels(METRICS.predictionDuration))
        .groupLeft([]),
    }),
  },
});

const failed = (query: MeasureQuery): Expression =>
  calls(query, { [ATTRIBUTES.errorType]: { isNot: '' } }, [ERROR_TYPE]);
