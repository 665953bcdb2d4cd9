/** The id of the data source's plugin, by which Grafana tells its queries. */
export const DATA_SOURCE_TYPE = 'driftline-model-datasource';

/** Whether a type of data source takes PromQL: Prometheus, its variants for clouds, and VictoriaMetrics. */
export function takesPromql(type: string | undefined): boolean {
  return /prometheus|victoriametrics-metrics/.test(type ?? '');
}
