import { and, div, n, or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../../conventions/attributes.ts';
import { legendLabel } from '../../conventions/series.ts';
import { predictionsOfModel } from '../../counts/presence.ts';
import { predictionsOfModels, REMEMBERED, REMEMBERED_SECONDS, reportsOfModels, zeroOf } from '../../promql/presence.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { NO_TRAFFIC_RUNBOOK } from '../../templates/runbooks.ts';

export const noTraffic = defineMeasure({
  id: 'no-traffic',
  name: 'Missing traffic',
  description:
    'Predictions per second that a model made over the last day, while it made none in the window; 0 while it makes ' +
    'some. All versions count together, since one takes the place of another. Models that run in batches have none.',
  definition: 'rate of predictions over 1d where there are 0 in the window, else 0',
  // A gap of five minutes, which has to last for five more, has the probability exp(−0.02 · 600) by chance.
  source: 'Poisson: at 0.02 per second, ten minutes without a prediction have the probability 6·10⁻⁶',
  family: 'traffic',
  unit: 'per second',
  subject: 'model',
  worse: 'higher',
  thresholds: {
    side: 'above',
    critical: 0.02,
    title: 'No traffic',
    event: 'makes no predictions',
    runbook: NO_TRAFFIC_RUNBOOK,
  },
  inputs: ['model', 'version'],
  legend: () => legendLabel(ATTRIBUTES.modelName),
  counts: predictionsOfModel,
  value: {
    of: ({ predictions, predictionsBefore, reports }) => {
      if (predictions > 0) return 0;
      // Of a model that does not report nothing is known: its telemetry is lost.
      return reports > 0 ? predictionsBefore / REMEMBERED_SECONDS : NaN;
    },
    promql: (query) =>
      or(
        zeroOf(predictionsOfModels(query, query.window)),
        and(div(predictionsOfModels(query, REMEMBERED), n(REMEMBERED_SECONDS)), reportsOfModels(query, query.window)),
      ),
  },
});
