import { METRICS } from '../conventions/metrics.ts';

/** The catalog of metrics as Markdown. */
export function metricsTable(): string {
  return [
    '# Metrics',
    '',
    'Every metric that `@driftline/otel` records. `npm run generate` writes this page from the catalog in',
    '`shared/src/conventions/metrics.ts`. In a Prometheus-compatible store, dots become underscores and counters end in',
    '`_total`. An empty unit means the unit of the model’s own data.',
    '',
    '| metric | instrument | unit | attributes | description |',
    '| --- | --- | --- | --- | --- |',
    ...Object.values(METRICS).map(({ name, instrument, unit, attributes, description }) =>
      [
        '',
        `\`${name}\``,
        instrument,
        unit === '' ? '' : `\`${unit}\``,
        attributes.map((attribute) => `\`${attribute}\``).join(', '),
        description,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n');
}
