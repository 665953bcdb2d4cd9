/** The id of the data source's plugin, by which Grafana tells its queries. */
export const DATA_SOURCE_TYPE = 'driftline-model-datasource';
