import { isWindow } from '../query/duration.ts';
import { DEFAULT_WINDOW } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Matcher } from '../query/selector.ts';
import { wrongFilter } from './label-filters.ts';

/** Settings of a data source, as `jsonData` of a provisioning file holds them. Any may be missing. */
export interface Settings {
  /** How the store is asked: `POST` unless it takes `GET` alone. */
  readonly httpMethod?: 'GET' | 'POST';
  /** How often the store scrapes, as a duration: what `$__rate_interval` is made of. */
  readonly timeInterval?: string;
  /** Window of a query that names none. */
  readonly window?: string;
  /** Minimum of observations of a query that names none. */
  readonly minimumObservations?: number;
  /** Conditions that every selector of every query has, whatever it asks for. */
  readonly labelFilters?: readonly Matcher[];
  /** Series of one answer of the store above which it is refused. */
  readonly maxSeries?: number;
  /** Size of one answer of the store, in megabytes, above which it is refused. */
  readonly maxResponseMegabytes?: number;
}

/** Settings with every field that has a default. */
export type CompleteSettings = Settings &
  Required<
    Pick<Settings, 'httpMethod' | 'timeInterval' | 'window' | 'labelFilters' | 'maxSeries' | 'maxResponseMegabytes'>
  >;

export const DEFAULT_SETTINGS: CompleteSettings = {
  httpMethod: 'POST',
  timeInterval: '15s',
  window: DEFAULT_WINDOW,
  labelFilters: [],
  maxSeries: 100_000,
  maxResponseMegabytes: 64,
};

/**
 * Completes the settings of a data source.
 *
 * @param given - parsed `jsonData`, which a provisioning file may fill with anything
 * @throws {QueryError} that names the field: a filter that cannot be applied must not be left out
 */
export function completeSettings(given: unknown): CompleteSettings {
  const settings = isRecord(given) ? given : {};
  const known = Object.entries(settings).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const complete = { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) } as CompleteSettings;
  const { httpMethod, labelFilters, minimumObservations } = complete;
  check(httpMethod === 'GET' || httpMethod === 'POST', 'httpMethod', httpMethod, 'GET or POST');
  for (const field of ['timeInterval', 'window'] as const) {
    const value: unknown = complete[field];
    check(typeof value === 'string' && isWindow(value), field, value, 'a duration such as 15s or 5m');
  }
  for (const field of ['maxSeries', 'maxResponseMegabytes'] as const) {
    const value: unknown = complete[field];
    check(typeof value === 'number' && value > 0, field, value, 'a number above 0');
  }
  check(
    minimumObservations === undefined || minimumObservations >= 0,
    'minimumObservations',
    minimumObservations,
    'a number that is not negative',
  );
  const wrong = wrongFilter(labelFilters);
  check(Array.isArray(labelFilters), 'labelFilters', labelFilters, 'a list of label, operator and value');
  const wanted = 'label, operator (=, !=, =~ or !~) and value, such as team, =, credit';
  check(wrong === undefined, 'labelFilters', wrong, wanted);
  return complete;
}

/** The same for what is needed before any query: with settings that are refused, each query says so itself. */
export function knownSettings(given: unknown): CompleteSettings {
  try {
    return completeSettings(given);
  } catch {
    return DEFAULT_SETTINGS;
  }
}

function check(holds: boolean, field: string, value: unknown, wanted: string): void {
  if (holds) return;
  throw new QueryError(`${field} of the data source is ${JSON.stringify(value)}: give ${wanted} in its settings.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
