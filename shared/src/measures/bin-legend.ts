import { distributionOf } from '../distributions/distribution-of.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** Name of one bin's series in Grafana's legend format. */
export function binLegend(query: MeasureQuery): string {
  const { legend, bin } = distributionOf(query);
  return `${legend} {{${bin}}}`;
}
