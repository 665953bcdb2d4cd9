import { t } from '@grafana/i18n';
import type { Format } from '@driftline/shared';
import { labelFilterText } from './label-filter-text.ts';
import type { DriftlineQuery } from './types.ts';

const formats = (): Readonly<Record<Format, string | undefined>> => ({
  timeseries: undefined,
  table: t('datasource.display-text.table', 'as a table'),
  distribution: t('datasource.display-text.distribution', 'as a distribution'),
  confusion: t('datasource.display-text.confusion', 'as a confusion matrix'),
  annotations: t('datasource.display-text.annotations', 'as annotations'),
});

/** A query in one line, where Grafana shows no editor: in the history of Explore, in collapsed rows. */
export function displayText(query: DriftlineQuery): string {
  const { measure = 'psi', where = {}, window, show, format, marks } = query;
  const filters = labelFilterText(query.labelFilters);
  const narrowed = Object.entries(where)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => `${dimension} ${values.join(', ')}`)
    .concat(filters === '' ? [] : [filters]);
  if (format === 'annotations' && marks === 'versions')
    return [t('datasource.display-text.new-versions', 'new versions'), ...narrowed].join(' · ');
  return [
    show === undefined || show === 'value' ? measure : `${measure} (${show})`,
    ...narrowed,
    ...(window === undefined ? [] : [t('datasource.display-text.over', 'over {{- window}}', { window })]),
    ...[format === undefined ? undefined : formats()[format]].filter((text) => text !== undefined),
  ].join(' · ');
}
