import type { AdHocVariableFilter, RawTimeRange, ScopedVars } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import type { Dimension, Where } from '@driftline/shared';
import { pageOf, type TabId } from '../common/addresses.ts';
import { narrowed } from '../datasource/ad-hoc-filters.ts';
import { interpolateWhere } from '../datasource/interpolate.ts';
import type { DriftlineQuery } from '../datasource/types.ts';
import { areaOf } from '../pages/values/measures.ts';
import { driftlineQueries, type AskedContext } from './asked-context.ts';

/** Leads to the page of what queries ask: of one model, on the tab of the measure; of all models where they ask for several. */
export function modelLink(context: AskedContext | undefined): { readonly path: string } | undefined {
  // A histogram is of no model.
  const queries = driftlineQueries(context).filter(({ of }) => of?.kind !== 'histogram');
  const [first] = queries;
  if (context === undefined || first === undefined) return undefined;
  const { scopedVars = {}, timeRange, data } = context;
  const wheres = queries.map((query) => whereOf(query, scopedVars, data?.request?.filters));
  const where = { model: namedBy(wheres, 'model'), feature: namedBy(wheres, 'feature') };
  return {
    path: pageOf(where, tabOfQueries(queries), {
      ...timesOf(timeRange),
      ...textOf('var-ds', first.datasource?.uid, scopedVars),
      ...textOf('var-window', first.window, scopedVars),
      'var-version': namedBy(wheres, 'version'),
    }),
  };
}

function whereOf({ where = {} }: DriftlineQuery, scopedVars: ScopedVars, filters: readonly AdHocVariableFilter[] = []) {
  const filled = interpolateWhere(where, getTemplateSrv(), scopedVars);
  try {
    return narrowed(filled, filters);
  } catch {
    // The panel says what is wrong with the filters; the link leads on without them.
    return filled;
  }
}

/** What all queries together name of a dimension; nothing where one of them asks for all, or for a variable without a value. */
function namedBy(wheres: readonly Where[], dimension: Dimension): string[] {
  const lists = wheres.map((where) => (where[dimension] ?? []).filter((name) => !isVariable(name)));
  return lists.some(({ length }) => length === 0) ? [] : [...new Set(lists.flat())];
}

/** The tab of the first measure that the pages show in one. */
function tabOfQueries(queries: readonly DriftlineQuery[]): TabId {
  return queries.map(({ measure = 'psi' }) => areaOf(measure)).find((area) => area !== undefined) ?? 'overview';
}

function timesOf({ from, to }: RawTimeRange): Record<string, readonly string[]> {
  const text = (time: RawTimeRange['from']): string => (typeof time === 'string' ? time : String(time.valueOf()));
  return { from: [text(from)], to: [text(to)] };
}

/** A field of the address; none for a variable without a value, which the page would not know. */
function textOf(key: string, text: string | undefined, scopedVars: ScopedVars): Record<string, readonly string[]> {
  const value = text === undefined ? '' : getTemplateSrv().replace(text, scopedVars);
  return value === '' || isVariable(value) ? {} : { [key]: [value] };
}

const isVariable = (text: string): boolean => /^(\$\w+|\$\{[^}]+\}|\[\[[^\]]+\]\])$/.test(text);
