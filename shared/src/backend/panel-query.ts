import { measureById, type MeasureId } from '../measures/registry.ts';
import { checkShape } from '../query/check-shape.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import { completeQuery, type SavedQuery } from '../query/saved-query.ts';
import type { CompleteSettings } from './settings.ts';

export const FORMATS = ['timeseries', 'table', 'distribution', 'confusion'] as const;

/**
 * Lines over time or single values; one row for each feature, group or model; both sides of each distribution, bin by bin;
 * or how many outcomes each predicted and actual class has.
 */
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
  if (forAlert) return { ...query, instant, format: 'timeseries' };
  return { ...query, instant, measure: measureOf(query) };
}

const REGRESSION: readonly MeasureId[] = ['mean-absolute-error', 'root-mean-squared-error', 'bias'];

/** The measure that has all that a format shows. */
function measureOf({ format, measure: id }: CompletePanelQuery): string {
  const measure = measureById(id);
  switch (format) {
    case 'distribution':
      if (!measure.inputs.includes('of')) {
        throw new QueryError(
          `format is distribution, and ${measure.name} compares no distributions: choose a measure such as psi.`,
        );
      }
      // What a bin contributes is a part of the PSI.
      return measure.subject === 'bin' ? 'psi' : id;
    case 'confusion':
      if (measure.family !== 'performance' || REGRESSION.includes(measure.id)) {
        throw new QueryError(
          `format is confusion, and ${measure.name} is not computed from classes: choose a measure such as accuracy.`,
        );
      }
      return 'accuracy';
    default:
      return id;
  }
}
