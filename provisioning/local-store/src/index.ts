export { findOnPath } from './find-on-path.ts';
export { findPromtool, findStore, type StoreKind } from './find-store.ts';
export type { SeriesHistory } from './load-history.ts';
export { query, storeApi, type Sample } from './query.ts';
export { startStore, type Store, type StoreOptions } from './start-store.ts';
export { StoreUnavailable } from './store-unavailable.ts';
