import type { Answer, Ask } from '../../src/backend/asks.ts';
import { measureInfos } from '../../src/backend/measure-info.ts';
import { answerResource, planResource, type Preview, type ResourceRequest } from '../../src/backend/resources.ts';
import { compile } from '../../src/compiler/compile.ts';
import { CHOICES } from '../../src/compiler/label-values.ts';
import { plan } from '../../src/compiler/plan.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';

const HOUR = 3_600_000;

const request = (path: string, parts: Partial<ResourceRequest> = {}): ResourceRequest => ({
  settings: {},
  path,
  parameters: {},
  now: 10 * HOUR,
  ...parts,
});

function asksOf(asked: ResourceRequest): readonly Ask[] {
  const planned = planResource(asked);
  if ('status' in planned) throw new Error(`answered at once: ${JSON.stringify(planned.body)}`);
  return planned.asks;
}

const TEAM = { labelFilters: [{ label: 'team', operator: '=', value: 'credit' }] };

test.each(CHOICES)('%s are label values of the last six hours', (choice) => {
  expect(asksOf(request(choice))).toMatchObject([{ kind: 'labels', start: 4 * 3600, end: 10 * 3600 }]);
});

test('names are narrowed to models and versions, to a time range, and by the settings', () => {
  const parameters = { model: ['income', 'credit'], version: ['1'], from: ['1000'], to: ['2000'] };
  expect(asksOf(request('features', { parameters, settings: TEAM }))).toEqual([
    {
      kind: 'labels',
      label: 'ml_feature_name',
      selector:
        'ml_reference_feature_missing_ratio{team="credit", ml_model_name=~"income|credit", ml_model_version="1"}',
      start: 1,
      end: 2,
    },
  ]);
});

test('names are answered as they are', () => {
  expect(answerResource(request('models'), [{ names: ['income'] }], '')).toEqual({ status: 200, body: ['income'] });
});

test('distributions are histograms without their suffix', () => {
  expect(asksOf(request('distributions', { settings: TEAM }))).toMatchObject([
    { label: '__name__', selector: '{team="credit", __name__=~".+_bucket"}' },
  ]);
  expect(answerResource(request('distributions'), [{ names: ['latency_bucket'] }], '').body).toEqual(['latency']);
});

test("a histogram's edges ascend, without +Inf and without the same twice", () => {
  const edges = request('edges', { parameters: { selector: ['latency{job="api"}'] } });
  expect(asksOf(edges)).toMatchObject([{ label: 'le', selector: expect.stringContaining('latency_bucket') }]);
  expect(answerResource(edges, [{ names: ['10', '+Inf', '2.5', '2.50'] }], '').body).toEqual([2.5, 10]);
});

test('measures are answered at once', () => {
  expect(planResource(request('measures'))).toEqual({ status: 200, body: measureInfos() });
});

test('the PromQL of a query means the same elsewhere, and has the matchers of the settings', () => {
  const preview = (body: unknown, settings = {}): unknown => planResource(request('promql', { body, settings }));
  const { promql } = compile({ ...DEFAULT_QUERY, measure: 'throughput', window: '60s' });
  expect(preview({ measure: 'throughput', window: '$__rate_interval' })).toEqual({
    status: 200,
    body: { texts: [promql], isOne: true },
  });
  const ks = { ...DEFAULT_QUERY, measure: 'kolmogorov-smirnov' };
  expect(preview(ks)).toEqual({ status: 200, body: { texts: plan(ks), isOne: false } });
  const filtered = preview({}, TEAM) as { body: Preview };
  expect(filtered.body.texts[0]).toContain('team="credit"');
});

test.each<[number, string, ResourceRequest]>([
  [404, 'There is no "nothing": ask for one of models', request('nothing')],
  [404, 'There is no "toString"', request('toString')],
  [400, 'selector is missing in the address: add ?selector=…', request('edges')],
  [400, 'give the name of a metric', request('edges', { parameters: { selector: ['up or down'] } })],
  [400, 'from and to are not the ends', request('models', { parameters: { from: ['now-1h'] } })],
  [400, 'from and to are not the ends', request('models', { parameters: { from: ['2'], to: ['1'] } })],
  [400, 'window is "soon"', request('promql', { body: { window: 'soon' } })],
  [400, 'labelFilters of the data source', request('models', { settings: { labelFilters: 5 } })],
])('%d: %s', (status, message, asked) => {
  expect(planResource(asked)).toEqual({ status, body: { message: expect.stringContaining(message) } });
});

test.each<[number, Answer[]]>([
  [401, [{ failure: { kind: 'refused', status: 401 } }]],
  [500, [{ times: [], series: [] }]],
  [500, []],
])('an answer without names has status %d', (status, answers) => {
  expect(answerResource(request('models'), answers, 'http://store')).toEqual({
    status,
    body: { message: expect.any(String) },
  });
});

test('reports are asked over the time range, and have first and last of each version', () => {
  const parameters = { model: ['income'], from: ['0'], to: [String(HOUR)] };
  const asks = asksOf(request('reports', { parameters, settings: TEAM }));
  const by = 'by (ml_model_name, ml_model_version)';
  const rows = 'ml_reference_rows{team="credit", ml_model_name="income"}';
  expect(asks).toEqual([
    { kind: 'instant', promql: `min ${by} (min_over_time(timestamp(${rows})[3600s:300s]))`, time: 3600 },
    { kind: 'instant', promql: `max ${by} (max_over_time(timestamp(${rows})[3600s:300s]))`, time: 3600 },
    { kind: 'instant', promql: `max ${by} (timestamp(${rows}))`, time: 3600 },
  ]);
  const at = (version: string, seconds: number) => ({
    labels: { ml_model_name: 'income', ml_model_version: version },
    values: [seconds],
  });
  const answers = [[at('2', 900), at('1', 300)], [at('2', 3300), at('1', 600)], [at('2', 3590)]].map((series) => ({
    times: [3600],
    series,
  }));
  expect(answerResource(request('reports'), answers, '')).toEqual({
    status: 200,
    body: [
      { model: 'income', version: '1', first: 300_000, last: 600_000 },
      { model: 'income', version: '2', first: 900_000, last: 3_590_000 },
    ],
  });
});

test.each<[number, Answer[]]>([
  [401, [{ times: [], series: [] }, { failure: { kind: 'refused', status: 401 } }]],
  [500, [{ names: ['income'] }]],
])('reports that cannot be had have status %d', (status, answers) => {
  expect(answerResource(request('reports'), answers, 'http://store').status).toBe(status);
});
