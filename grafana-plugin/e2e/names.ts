export const APP = 'driftline-model-app';
export const DATA_SOURCE = 'driftline-model-datasource';

/** Name of the data source that compose provisions. */
export const DRIFTLINE = 'Driftline';

/** The store, as Grafana's server reaches it in compose. */
export const STORE = 'http://prometheus:9090';
