import { METRICS } from '../conventions/metrics.ts';
import { seriesPattern } from '../conventions/series.ts';

/** The catalog of metrics as Markdown. */
export function metricsTable(): string {
  return [
    '# Metrics',
    '',
    'Every metric that `@driftline/otel` records. `npm run generate` writes this page from the catalog in',
    '`shared/src/conventions/metrics.ts`. An empty unit means the unit of the model’s own data. The last column matches the',
    'names of the series in a Prometheus-compatible store, however they get there.',
    '',
    '| metric | instrument | unit | attributes | description | series |',
    '| --- | --- | --- | --- | --- | --- |',
    ...Object.values(METRICS).map((metric) =>
      [
        '',
        `\`${metric.name}\``,
        metric.instrument,
        metric.unit === '' ? '' : `\`${metric.unit}\``,
        metric.attributes.map((attribute) => `\`${attribute}\``).join(', '),
        metric.description,
        `\`${seriesPattern(metric).replace(/\|/g, '\\|')}\``,
        '',
      ]
        .join(' | ')
        .trim(),
    ),
    '',
  ].join('\n');
}
