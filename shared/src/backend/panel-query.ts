import { checkShape } from '../query/check-shape.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { completeQuery, type SavedQuery } from '../query/saved-query.ts';
import type { CompleteSettings } from './settings.ts';

export const FORMATS = ['timeseries', 'table'] as const;

/** Lines over time or single values; or one row for each feature, group or model. */
export type Format = (typeof FORMATS)[number];

/** What a panel, Explore, a variable or an alert rule adds to a query. Any field may be missing. */
export interface PanelFields {
  /** Whether only the value at the end of the time range is wanted. */
  readonly instant?: boolean;
  readonly format?: Format;
  /** Seconds by which the reader's time zone is ahead of UTC. */
  readonly utcOffsetSec?: number;
}

export type PanelQuery = SavedQuery & PanelFields;

export type CompletePanelQuery = MeasureQuery & PanelFields;

/**
 * Completes what Grafana saved, which for a fresh panel and a fresh alert rule is nothing at all.
 *
 * @param forAlert - an alert rule wants single values, unless its query says otherwise
 * @throws {QueryError} for a field that holds what no query holds
 */
export function completePanelQuery(saved: unknown, settings: CompleteSettings, forAlert = false): CompletePanelQuery {
  checkShape(saved);
  const { window, minimumObservations } = settings;
  const given = Object.entries(saved).filter(([, value]) => value !== undefined && value !== null);
  const query: CompletePanelQuery = completeQuery({
    window,
    ...(minimumObservations === undefined ? {} : { minimumObservations }),
    ...(Object.fromEntries(given) as PanelQuery),
  });
  const { format, instant = forAlert } = query;
  if (format !== undefined && !FORMATS.includes(format)) {
    throw new QueryError(`format is ${JSON.stringify(format)}: give one of ${FORMATS.join(', ')}.`);
  }
  // Alert rules read one number a series, which a table does not have.
  return forAlert ? { ...query, instant, format: 'timeseries' } : { ...query, instant };
}
