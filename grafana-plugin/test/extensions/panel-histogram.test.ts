import type { AskedContext } from '../../src/extensions/asked-context.ts';
import { panelHistogram } from '../../src/extensions/panel-histogram.ts';
import { EXPLORE } from './recorded-contexts.ts';

const asking = (expr: unknown, type = 'prometheus', more: object = {}): AskedContext =>
  ({ ...EXPLORE, targets: [{ refId: 'A', expr, datasource: { type, uid: 'p' }, ...more }] }) as unknown as AskedContext;

test.each([
  ['sum by (le) (rate(http_request_duration_seconds_bucket[5m]))', 'http_request_duration_seconds', []],
  [
    'histogram_quantile(0.95, sum(rate(latency_bucket{job="api", le!="+Inf"}[$__rate_interval])) by (le, job))',
    'latency{job="api"}',
    ['job'],
  ],
  ['increase(a:latency_bucket{path=~"/a{2}", job=\'$job\'}[5m])', 'a:latency{path=~"/a{2}",job=\'$job\'}', []],
  ['label_replace(up, "a_bucket[", "", "", "") # b_bucket[\n or rate(c_bucket [5m])', 'c', []],
])('%s is of the histogram %s', (expr, selector, by) => {
  expect(panelHistogram(asking(expr))).toEqual({ selector, by });
});

test.each([
  ['a counter', asking('rate(http_requests_total[5m])')],
  ['a label', asking('sum by (size_bucket) (rate(http_requests_total[5m]))')],
  ['another language', asking('rate({app="latency_bucket"}[5m])', 'loki')],
  ['a text', asking('label_replace(up, "x", "a_bucket[5m]", "", "")')],
  ['a hidden query', asking('rate(latency_bucket[5m])', 'prometheus', { hide: true })],
  ['no expression', asking(undefined)],
  ['nothing', undefined],
])('%s is none', (_, context) => {
  expect(panelHistogram(context)).toBeUndefined();
});
