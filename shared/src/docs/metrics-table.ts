import { METRICS } from '../conventions/metrics.ts';
import { isCountedBySegment, segmentMetric } from '../conventions/segment.ts';
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
    '## By segment',
    '',
    'Where the profile has segments, these are counted once more for each, under a name of its own and with the attributes',
    '`ml.segment.name` and `ml.segment.value` besides those above. Series follow: `ml_segment_predictions_total`.',
    '',
    ...Object.values(METRICS)
      .filter(isCountedBySegment)
      .map((metric) => `- \`${segmentMetric(metric).name}\``),
    '',
  ].join('\n');
}
