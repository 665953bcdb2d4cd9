import { measureById, type MeasureId } from '../measures/registry.ts';
import { checkShape } from '../query/check-shape.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Matcher } from '../query/selector.ts';
import { wrongFilter } from './label-filters.ts';
import { completeQuery, type SavedQuery } from '../query/saved-query.ts';
import { recent } from '../query/recent.ts';
import type { Measure } from '../templates/measure.ts';
import type { CompleteSettings } from './settings.ts';

export const FORMATS = ['timeseries', 'table', 'distribution', 'confusion', 'annotations'] as const;

/** Times beyond a limit, or when a version of a model starts to report. */
const MARKS = ['crossings', 'versions'] as const;

export type Mark = (typeof MARKS)[number];

const SEVERITIES = ['warning', 'critical'] as const;

export type Severity = (typeof SEVERITIES)[number];

/**
 * Lines over time or single values; one row for each feature, group or model; both sides of each distribution, bin by bin;
 * how many outcomes each predicted and actual class has; or marks in time for other panels.
 */
export type Format = (typeof FORMATS)[number];

/** What a panel, Explore, a variable or an alert rule adds to a query. Any field may be missing. */
export interface PanelFields {
  /** Whether only the value at the end of the time range is wanted. */
  readonly instant?: boolean;
  readonly format?: Format;
  /** Seconds by which the reader's time zone is ahead of UTC. */
  readonly utcOffsetSec?: number;
  /** What annotations mark; crossings unless given. */
  readonly marks?: Mark;
  /** Which of the measure's own limits annotations are about; the critical one unless given. */
  readonly severity?: Severity;
  /** A limit in place of the measure's own. */
  readonly limit?: number;
  /** Conditions on labels beside those that the data source enforces. */
  readonly labelFilters?: readonly Matcher[];
  /** Name of each line, with values of its labels such as `{{ml_feature_name}}`; the measure's own unless given. */
  readonly legend?: string;
}

export type PanelQuery = SavedQuery & PanelFields;

export type CompletePanelQuery = MeasureQuery & PanelFields;

/**
 * Completes what Grafana saved, which for a fresh panel and a fresh alert rule is nothing at all.
 *
 * @param forAlert - an alert rule wants single values, unless its query says otherwise
 * @throws {QueryError} for a field that holds what no query holds
 */
export const completePanelQuery = recent(completed);

function completed(saved: unknown, settings: CompleteSettings, forAlert = false): CompletePanelQuery {
  checkShape(saved);
  const { window, minimumObservations } = settings;
  const given = Object.entries(saved).filter(([, value]) => value !== undefined && value !== null);
  const query: CompletePanelQuery = completeQuery({
    window,
    ...(minimumObservations === undefined ? {} : { minimumObservations }),
    ...(Object.fromEntries(given) as PanelQuery),
  });
  const { format, instant = forAlert } = query;
  checkChoice('format', format, FORMATS);
  checkChoice('marks', query.marks, MARKS);
  checkChoice('severity', query.severity, SEVERITIES);
  checkFilters(query.labelFilters);
  // Alert rules read one number a series, which a table does not have.
  if (forAlert) return { ...query, instant, format: 'timeseries' };
  return { ...query, instant: instant && format !== 'annotations', measure: measureOf(query) };
}

/** Whether a query asks when versions start to report, and so for no measure. */
export function marksVersions({ format, marks }: PanelFields): boolean {
  return format === 'annotations' && marks === 'versions';
}

function checkChoice(field: string, given: string | undefined, choices: readonly string[]): void {
  if (given === undefined || choices.includes(given)) return;
  throw new QueryError(`${field} is ${JSON.stringify(given)}: give one of ${choices.join(', ')}.`);
}

function checkFilters(filters: unknown): void {
  const wrong = filters === undefined ? undefined : wrongFilter(filters);
  if (wrong === undefined) return;
  throw new QueryError(
    `labelFilters is ${JSON.stringify(wrong)}: give label, operator (=, !=, =~ or !~) and value, such as team, =, credit.`,
  );
}

const REGRESSION: readonly string[] = ['mean-absolute-error', 'root-mean-squared-error', 'bias'] satisfies MeasureId[];

/** Formats in which a panel can have a measure. */
export function panelFormats(measure: Measure): Format[] {
  return [
    'timeseries',
    'table',
    ...(comparesDistributions(measure) ? ['distribution' as const] : []),
    ...(isOfClasses(measure) ? ['confusion' as const] : []),
  ];
}

const comparesDistributions = ({ inputs }: Measure): boolean => inputs.includes('of');

const isOfClasses = ({ family, id }: Measure): boolean => family === 'performance' && !REGRESSION.includes(id);

/** The measure that has all that a format shows. */
function measureOf(query: CompletePanelQuery): string {
  const { format, measure: id } = query;
  const measure = measureById(id);
  switch (format) {
    case 'distribution':
      if (!comparesDistributions(measure)) {
        throw new QueryError(
          `format is distribution, and ${measure.name} compares no distributions: choose a measure such as psi.`,
        );
      }
      // What a bin contributes is a part of the PSI.
      return measure.subject === 'bin' ? 'psi' : id;
    case 'confusion':
      if (!isOfClasses(measure)) {
        throw new QueryError(
          `format is confusion, and ${measure.name} is not computed from classes: choose a measure such as accuracy.`,
        );
      }
      return 'accuracy';
    case 'annotations':
      if (!marksVersions(query)) checkCrossing(query, measure);
      return id;
    default:
      return id;
  }
}

function checkCrossing({ show = 'value', limit }: CompletePanelQuery, { name, thresholds }: Measure): void {
  if (show !== 'value' && show !== 'excess') {
    throw new QueryError(`show is ${show}, which has no limit to cross: annotations take value or excess.`);
  }
  if (limit === undefined && thresholds === undefined) {
    throw new QueryError(`limit is missing, and ${name} has none of its own: give the number to be crossed.`);
  }
}
