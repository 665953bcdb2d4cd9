import { answerQuery, planQueries, type Answer, type AskedQuery, type QueryResult } from '@driftline/shared';
import { askStore } from './ask-store.ts';
import { storeOf, type DataSource } from './data-source.ts';
import { frameJson, type FrameJson } from './frame-json.ts';

/** Queries as Grafana's pages send them to `/api/ds/query`. */
export interface QueriesBody {
  /** Milliseconds since 1970. */
  readonly from: string;
  readonly to: string;
  readonly queries: readonly QueryModel[];
}

/** A saved query with what Grafana adds to it. */
export interface QueryModel {
  readonly refId: string;
  readonly datasource?: { readonly uid?: string };
  readonly intervalMs?: number;
}

/** What one query gives, as Grafana writes it. */
type ResultJson =
  | { readonly status: 200; readonly frames: readonly FrameJson[] }
  | {
      readonly status: number;
      readonly error: string;
      readonly errorSource: 'plugin' | 'downstream';
      readonly frames: readonly never[];
    };

export interface QueriesAnswer {
  /** Of HTTP. */
  readonly status: number;
  readonly results: Readonly<Record<string, ResultJson>>;
}

/** What Grafana takes where a page sends no interval. */
const INTERVAL_MS = 1000;

/**
 * Answers the queries of a request.
 *
 * @param forAlert - whether an alert rule asks
 * @param canceled - aborts when nobody waits for the answer any more
 */
export async function queryData(
  source: DataSource,
  { from, to, queries }: QueriesBody,
  forAlert: boolean,
  canceled: AbortSignal,
): Promise<QueriesAnswer> {
  const asked = queries.map((model): AskedQuery => {
    const { refId, intervalMs = INTERVAL_MS } = model;
    return { refId, model, from: Number(from), to: Number(to), intervalMs };
  });
  const plan = planQueries({ settings: source.settings, forAlert, queries: asked });
  // Settings that hold what no settings hold are refused by the plan, which then asks nothing.
  const answers = plan.asks.length === 0 ? [] : await askStore(storeOf(source), plan.asks, canceled);
  const results = plan.queries.map((planned): [string, ResultJson] => {
    if ('error' in planned) return [planned.refId, resultJson(planned, planned.refId)];
    const own = planned.asks.map((index) => answers[index] as Answer);
    return [planned.refId, resultJson(answerQuery(planned, own, source.url), planned.refId)];
  });
  return { status: statusOf(results.map(([, { status }]) => status)), results: Object.fromEntries(results) };
}

function resultJson(result: QueryResult, refId: string): ResultJson {
  if ('frames' in result) return { status: 200, frames: result.frames.map((frame) => frameJson(frame, refId)) };
  const { message, status, source } = result.error;
  return { status, error: message, errorSource: source, frames: [] };
}

/** The status of a request: that of Grafana tells whether all, some or none of its queries failed. */
function statusOf(statuses: readonly number[]): number {
  const failed = statuses.filter((status) => status !== 200);
  if (failed.length === 0) return 200;
  if (failed.length < statuses.length) return 207;
  return failed.some((status) => status >= 500) ? 500 : 400;
}
