import type { HistogramSource } from '../query/measure-query.ts';

/** Name of one histogram in Grafana's legend format. */
export function histogramLegend({ by, selector }: HistogramSource): string {
  return by.length === 0 ? selector : by.map((label) => `{{${label}}}`).join(' ');
}
