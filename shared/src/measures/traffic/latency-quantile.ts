import { METRICS } from '../../conventions/metrics.ts';
import { quantileMeasure } from '../../templates/quantile-measure.ts';
import { LATENCY_RUNBOOK } from '../../templates/runbooks.ts';

export const latencyQuantile = quantileMeasure({
  id: 'latency-quantile',
  name: 'Latency quantile',
  description: 'Time within which this share of the predictions completes. By default the 99th percentile.',
  family: 'traffic',
  worse: 'higher',
  thresholds: { side: 'above', warning: 0.15, critical: 0.2, title: 'Latency', runbook: LATENCY_RUNBOOK },
  metric: METRICS.predictionDuration,
});
