/** @jest-environment jsdom */
import '../../jsdom.ts';
import { dateTime, type DataQueryRequest } from '@grafana/data';
import { backEnd } from '../../../workbench/src/host/back-end.ts';
import { PROMETHEUS_SETTINGS, PrometheusStandIn, promqlText } from '../../../workbench/src/host/prometheus.ts';

jest.mock('../../../workbench/src/host/load-plugin.ts', () => ({ loadPlugin: jest.fn() }));

test('PromQL is asked over the time range, and each series is a frame', async () => {
  const result = [{ metric: { job: 'a' }, values: [[60, '1.5']] }];
  const get = jest.spyOn(backEnd, 'get').mockResolvedValue({ data: { result } });
  const range = { from: dateTime(0), to: dateTime(600_000) };
  const request = { targets: [{ refId: 'A', expr: 'up' }], range, intervalMs: 1000 };
  const { data } = await new PrometheusStandIn(PROMETHEUS_SETTINGS).query(request as unknown as DataQueryRequest);
  expect(get).toHaveBeenCalledWith('/api/workbench/prometheus', { query: 'up', start: 0, end: 600, step: 15 });
  expect(data).toMatchObject([{ refId: 'A', fields: [{ values: [60_000] }, { labels: { job: 'a' }, values: [1.5] }] }]);
});

test('series are called as the query says, and variables of several values are alternatives', async () => {
  const result = [{ metric: { job: 'a' }, values: [[60, '1.5']] }];
  jest.spyOn(backEnd, 'get').mockResolvedValue({ data: { result } });
  const range = { from: dateTime(0), to: dateTime(600_000) };
  const request = { targets: [{ refId: 'A', expr: 'up', legendFormat: 'job {{job}}' }], range, intervalMs: 1000 };
  const { data } = await new PrometheusStandIn(PROMETHEUS_SETTINGS).query(request as unknown as DataQueryRequest);
  expect(data).toMatchObject([{ fields: [{}, { config: { displayNameFromDS: 'job a' } }] }]);
  expect(promqlText(['a.b', 'c'])).toBe(String.raw`a\\.b|c`);
  expect(promqlText(['$__all'])).toBe('.*');
  expect(promqlText('a.b')).toBe('a.b');
});

test('variables list the values of a label', async () => {
  const get = jest.spyOn(backEnd, 'get').mockResolvedValue({ data: ['a', 'b'] });
  const source = new PrometheusStandIn(PROMETHEUS_SETTINGS);
  await expect(source.metricFindQuery('label_values(up{x="y"}, job)')).resolves.toEqual([{ text: 'a' }, { text: 'b' }]);
  expect(get).toHaveBeenCalledWith('/api/workbench/prometheus/job', { 'match[]': 'up{x="y"}' });
  await expect(source.metricFindQuery('query_result(up)')).rejects.toThrow('not query_result(up)');
});
