export { findOnPath } from './find-on-path.ts';
export { findPromtool, findStore, type StoreKind } from './find-store.ts';
export { findTool } from './find-tool.ts';
export type { SeriesHistory } from './load-history.ts';
export { query, storeApi, type Sample } from './query.ts';
export { startAlertmanager, type Alertmanager } from './start-alertmanager.ts';
export { startStore, type RuleFiles, type Store, type StoreOptions } from './start-store.ts';
export { startVmalert, type Vmalert } from './start-vmalert.ts';
export { StoreUnavailable } from './store-unavailable.ts';
