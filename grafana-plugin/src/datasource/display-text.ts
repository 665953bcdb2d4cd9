import type { Format } from '@driftline/shared';
import { labelFilterText } from './label-filter-text.ts';
import type { DriftlineQuery } from './types.ts';

const FORMATS: Readonly<Record<Format, string | undefined>> = {
  timeseries: undefined,
  table: 'as a table',
  distribution: 'as a distribution',
  confusion: 'as a confusion matrix',
  annotations: 'as annotations',
};

/** A query in one line, where Grafana shows no editor: in the history of Explore, in collapsed rows. */
export function displayText(query: DriftlineQuery): string {
  const { measure = 'psi', where = {}, window, show, format, marks } = query;
  const filters = labelFilterText(query.labelFilters);
  const narrowed = Object.entries(where)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => `${dimension} ${values.join(', ')}`)
    .concat(filters === '' ? [] : [filters]);
  if (format === 'annotations' && marks === 'versions') return ['new versions', ...narrowed].join(' · ');
  return [
    show === undefined || show === 'value' ? measure : `${measure} (${show})`,
    ...narrowed,
    ...(window === undefined ? [] : [`over ${window}`]),
    ...(format === undefined || FORMATS[format] === undefined ? [] : [FORMATS[format]]),
  ].join(' · ');
}
