import type { AdHocVariableFilter } from '@grafana/data';
import { t } from '@grafana/i18n';
import type { Choice, Where } from '@driftline/shared';

/** What an ad hoc filter can narrow, and the names that it can be narrowed to. */
export const FILTER_KEYS = {
  model: 'models',
  version: 'versions',
  feature: 'features',
  group: 'groups',
} as const satisfies Record<string, Choice>;

export type FilterKey = keyof typeof FILTER_KEYS;

export function isFilterKey(key: string): key is FilterKey {
  return Object.hasOwn(FILTER_KEYS, key);
}

/**
 * Narrows what a query is narrowed to already by the ad hoc filters of its dashboard.
 *
 * @throws {Error} for a filter that cannot narrow a query, and for filters that leave nothing of it
 */
export function narrowed(where: Where, filters: readonly AdHocVariableFilter[]): Where {
  return filters.reduce((narrower, filter) => {
    const { key, values } = read(filter);
    const asked = narrower[key] ?? [];
    const left = asked.length === 0 ? values : asked.filter((value) => values.includes(value));
    if (left.length === 0) {
      throw new Error(
        t(
          'datasource.ad-hoc-filters.nothing-left',
          'The filter {{- filter}} leaves nothing of this query, which asks for {{- asked}}: change the filter or the query.',
          { filter: `${key} = ${values.join(', ')}`, asked: asked.join(', ') },
        ),
      );
    }
    return { ...narrower, [key]: left };
  }, where);
}

function read({ key, operator, value, values }: AdHocVariableFilter): { key: FilterKey; values: readonly string[] } {
  if (!isFilterKey(key)) {
    throw new Error(
      t(
        'datasource.ad-hoc-filters.unknown-key',
        'The filter on {{- key}} cannot narrow a Driftline query: filter by {{- keys}}.',
        { key: JSON.stringify(key), keys: Object.keys(FILTER_KEYS).join(', ') },
      ),
    );
  }
  switch (operator) {
    case '=':
      return { key, values: [value] };
    case '=|':
      return { key, values: values ?? [value] };
    default:
      throw new Error(
        t(
          'datasource.ad-hoc-filters.unknown-operator',
          'The filter on {{- key}} has the operator {{- operator}}, which a Driftline query does not have: use = or =|.',
          { key, operator },
        ),
      );
  }
}
