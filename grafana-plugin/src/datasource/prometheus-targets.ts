import type { DataQuery } from '@grafana/schema';
import { plan } from '@driftline/shared';
import type { CompleteQuery } from './types.ts';

/** The fields of a Prometheus data source's query that are used here. */
export interface PrometheusQuery extends DataQuery {
  readonly expr: string;
  readonly range: boolean;
  readonly instant: boolean;
  readonly format: 'time_series';
  readonly editorMode: 'code';
}

/** One text that the store is asked, on behalf of the queries that need it. */
interface PlannedTarget {
  readonly target: PrometheusQuery;
  /** Identifiers of those queries. */
  readonly askedBy: readonly string[];
}

/** A query that cannot be asked, and why. */
interface RefusedQuery {
  readonly refId: string;
  readonly message: string;
}

/** What the queries of a request ask the store. */
export interface PlannedRequest {
  readonly targets: readonly PlannedTarget[];
  /** Queries that can be asked, in their order. */
  readonly queries: readonly CompleteQuery[];
  readonly refused: readonly RefusedQuery[];
}

/**
 * Plans all queries of a request together: a text that several of them need is asked once. A query that cannot be asked
 * takes none of the others with it.
 *
 * @param queries - with template variables filled in
 */
export function planRequest(queries: readonly CompleteQuery[]): PlannedRequest {
  const askedBy = new Map<string, { expr: string; instant: boolean; refIds: string[] }>();
  const refused: RefusedQuery[] = [];
  const accepted = queries.filter((query) => {
    try {
      const instant = query.instant === true;
      for (const expr of plan(query)) {
        const key = targetKey(expr, instant);
        const known = askedBy.get(key) ?? { expr, instant, refIds: [] };
        askedBy.set(key, known);
        known.refIds.push(query.refId);
      }
      return true;
    } catch (error) {
      refused.push({ refId: query.refId, message: error instanceof Error ? error.message : String(error) });
      return false;
    }
  });
  const targets = [...askedBy.values()].map(({ expr, instant, refIds }, i): PlannedTarget => ({
    target: { refId: `store-${i}`, expr, instant, range: !instant, format: 'time_series', editorMode: 'code' },
    askedBy: refIds,
  }));
  return { targets, queries: accepted, refused };
}

/** One text is asked once for an instant and once for a range. */
export function targetKey(expr: string, instant: boolean): string {
  return `${instant ? 'instant' : 'range'} ${expr}`;
}
