import type { DriftlineQuery } from './types.ts';

/** A query in one line, where Grafana shows no editor: in the history of Explore, in collapsed rows. */
export function displayText({ measure = 'psi', where = {}, window, show, format }: DriftlineQuery): string {
  const narrowed = Object.entries(where)
    .filter(([, values]) => values.length > 0)
    .map(([dimension, values]) => `${dimension} ${values.join(', ')}`);
  return [
    show === undefined || show === 'value' ? measure : `${measure} (${show})`,
    ...narrowed,
    ...(window === undefined ? [] : [`over ${window}`]),
    ...(format === undefined || format === 'timeseries'
      ? []
      : [`as a ${format === 'confusion' ? 'confusion matrix' : format}`]),
  ].join(' · ');
}
