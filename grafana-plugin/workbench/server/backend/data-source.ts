import { completeSettings } from '@driftline/shared';
import type { AskedStore } from './ask-store.ts';

/** A data source as Grafana keeps it, with what its back end needs of it. */
export interface DataSource {
  readonly uid: string;
  /** Base of the store's Prometheus HTTP API. */
  readonly url: string;
  /** Its `jsonData`. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * The store that a data source asks, with its limits.
 *
 * @throws {QueryError} for settings that hold what no settings hold
 */
export function storeOf({ url, settings }: DataSource): AskedStore {
  const seconds = Number(settings['timeout']);
  return { url, timeoutSeconds: seconds > 0 ? seconds : undefined, settings: completeSettings(settings) };
}
