import { add, n, or } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../../conventions/attributes.ts';
import { legendLabel } from '../../conventions/series.ts';
import { reportsOfModel } from '../../counts/presence.ts';
import { REMEMBERED, reportsOfModels, zeroOf } from '../../promql/presence.ts';
import { defineMeasure } from '../../templates/measure.ts';
import { TELEMETRY_RUNBOOK } from '../../templates/runbooks.ts';

export const telemetryLost = defineMeasure({
  id: 'telemetry-lost',
  name: 'Telemetry lost',
  description:
    '1 for a model that reported within the last day and of which nothing arrived in the window, 0 for one that ' +
    'reports. All versions and replicas count together. Models that run in batches have none.',
  definition: '1 where a series of the last day has no sample in the window, else 0',
  source: 'Prometheus documentation, alerting on absent metrics',
  family: 'traffic',
  unit: 'index',
  subject: 'model',
  worse: 'higher',
  thresholds: {
    side: 'above',
    critical: 0,
    title: 'Telemetry lost',
    event: 'has stopped reporting',
    runbook: TELEMETRY_RUNBOOK,
  },
  inputs: ['model', 'version'],
  legend: () => legendLabel(ATTRIBUTES.modelName),
  counts: reportsOfModel,
  value: {
    of: ({ reports }) => (reports > 0 ? 0 : 1),
    promql: (query) =>
      or(zeroOf(reportsOfModels(query, query.window)), add(zeroOf(reportsOfModels(query, REMEMBERED)), n(1))),
  },
});
