import type { AdHocVariableFilter, ScopedVars } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { TemplateSrv } from '@grafana/runtime';
import type { Where } from '@driftline/shared';
import { narrowed } from './ad-hoc-filters.ts';
import { emptyVariable } from './empty-variable.ts';
import { interpolate } from './interpolate.ts';
import type { DriftlineQuery } from './types.ts';
import { variableAlone } from './variable-alone.ts';

export type Variables = Pick<TemplateSrv, 'replace' | 'containsTemplate' | 'getVariables'>;

const ANYWHERE = /\$\w+|\$\{\w[^}]*\}|\[\[\w[^\]]*\]\]/;
/** Windows that a panel fills in. */
const PANEL_WINDOW = /^\$\{?__\w+\}?$/;

/**
 * A query with the values that its variables have now, for a place that has no variables, such as an alert rule. A
 * variable that stands for all narrows nothing, also to what comes later. A window that only a panel has is left out.
 *
 * @throws {Error} for a variable without a value, and for filters that cannot narrow the query
 */
export function literalQuery(
  query: DriftlineQuery,
  variables: Variables,
  scopedVars: ScopedVars = {},
  filters: readonly AdHocVariableFilter[] = [],
): DriftlineQuery {
  const { where, window, ...others } = query;
  const filled = interpolate(
    {
      ...others,
      ...(where === undefined ? {} : { where: withoutAll(where, variables, scopedVars) }),
      ...(window === undefined || PANEL_WINDOW.test(window) ? {} : { window }),
    },
    variables,
    scopedVars,
  );
  const { baseline, of, favorable, privileged, labelFilters } = filled;
  const texts = { where: filled.where, window: filled.window, baseline, of, favorable, privileged, labelFilters };
  const unknown = emptyVariable(where, variables, scopedVars) ?? ANYWHERE.exec(JSON.stringify(texts))?.[0];
  if (unknown !== undefined) {
    throw new Error(
      t('datasource.literal-query.no-value', 'The variable {{- variable}} has no value here: choose one first.', {
        variable: unknown,
      }),
    );
  }
  return filters.length === 0 ? filled : { ...filled, where: narrowed(filled.where ?? {}, filters) };
}

/** Where a variable stands for all, Grafana may give all values that it has now. */
function withoutAll(where: Where, variables: Variables, scopedVars: ScopedVars): Where {
  const kept = Object.entries(where).map(([dimension, entries]) => [
    dimension,
    Array.isArray(entries) && entries.some((entry: string) => isAll(entry, variables, scopedVars)) ? [] : entries,
  ]);
  return Object.fromEntries(kept) as Where;
}

function isAll(entry: string, variables: Variables, scopedVars: ScopedVars): boolean {
  const name = variableAlone(entry);
  // A panel that repeats has one of the values.
  if (name === undefined || scopedVars[name] !== undefined) return false;
  const variable = variables.getVariables().find((each) => each.name === name) as
    { readonly current?: { readonly value?: unknown } } | undefined;
  const value = variable?.current?.value;
  return value === '$__all' || (Array.isArray(value) && value.includes('$__all'));
}
