import { METRICS } from '../conventions/metrics.ts';
import { dimensionLabels } from '../promql/selectors.ts';

/** Name of one model in Grafana's legend format: every dimension that tells two models apart. */
export function modelLegend(): string {
  return dimensionLabels(METRICS.predictions)
    .map((label) => `{{${label}}}`)
    .join(' ');
}
