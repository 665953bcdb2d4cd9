import { answerQuery } from '../../src/backend/answer-query.ts';
import type { Answer } from '../../src/backend/asks.ts';
import { planQueries, type PlannedQuery } from '../../src/backend/plan-queries.ts';
import { MODEL, series } from '../counts/made-up-series.ts';

const URL = 'http://store:9090';

function planOf(model: object, settings: object = {}): PlannedQuery {
  const queries = [{ refId: 'A', model, from: 0, to: 120_000, intervalMs: 60_000 }];
  const [query] = planQueries({ settings, queries }).queries;
  if (query === undefined || 'error' in query) throw new Error('The query is refused.');
  return query;
}

const throughput = planOf({ measure: 'throughput' });
const calls: Answer = { times: [0, 60, 120], series: [series(MODEL, 1, NaN, 3)] };

test('frames follow from the answers', () => {
  expect(answerQuery(throughput, [calls], URL)).toMatchObject({
    frames: [
      { meta: { type: 'timeseries-multi' }, fields: [{ values: [0, 60_000, 120_000] }, { values: [1, NaN, 3] }] },
    ],
  });
});

test('a table has a row, and an instant no time', () => {
  const one: Answer = { times: [120], series: [series(MODEL, 3)] };
  expect(answerQuery(planOf({ measure: 'throughput', format: 'table' }), [one], URL)).toMatchObject({
    frames: [
      { meta: { type: 'table' }, fields: [{ name: 'Model' }, { name: 'Version' }, { name: 'Value', values: [3] }] },
    ],
  });
  expect(answerQuery(planOf({ measure: 'throughput', instant: true }), [one], URL)).toMatchObject({
    frames: [{ meta: { type: 'numeric-multi' }, fields: [{ name: 'Value', values: [3] }] }],
  });
});

test('annotations are one frame, also without any', () => {
  const crossings = planOf({ measure: 'throughput', format: 'annotations', limit: 2 });
  const versions = planOf({ format: 'annotations', marks: 'versions' });
  const none = [
    answerQuery(crossings, [{ times: [0], series: [] }], URL),
    answerQuery(
      versions,
      [
        { times: [120], series: [] },
        { times: [120], series: [] },
      ],
      URL,
    ),
  ];
  for (const answer of none) {
    expect(answer).toMatchObject({ frames: [{ name: 'annotations', fields: expect.any(Array) }] });
    const fields = 'frames' in answer ? (answer.frames[0]?.fields ?? []) : [];
    expect(fields.map(({ values }) => values.length)).toEqual(fields.map(() => 0));
  }
  const report: Answer = { times: [120], series: [series(MODEL, 60)] };
  expect(answerQuery(versions, [report, report], URL)).toMatchObject({
    frames: [
      {
        fields: [
          { name: 'time', values: [60_000] },
          { values: [60_000] },
          { name: 'text' },
          { name: 'tags' },
          {},
          {},
          {},
        ],
      },
    ],
  });
});

test('no data is a frame that says why, except for an alert rule', () => {
  expect(answerQuery(throughput, [{ times: [0], series: [] }], URL)).toMatchObject({
    frames: [
      {
        fields: [],
        meta: { custom: { measure: 'throughput', noValues: { reason: 'nothing recorded', needsOutcomes: false } } },
      },
    ],
  });
  expect(answerQuery({ ...throughput, forAlert: true }, [{ times: [0], series: [] }], URL)).toEqual({ frames: [] });
});

test('a failure of the store is one of the query', () => {
  expect(answerQuery(throughput, [{ failure: { kind: 'timeout' } }], URL)).toEqual({
    error: { status: 504, source: 'downstream', message: expect.stringContaining(URL) },
  });
});

test('an answer that is missing is a fault of ours', () => {
  expect(answerQuery(throughput, [], URL)).toMatchObject({
    error: { status: 500, source: 'plugin', message: expect.stringContaining('please report this') },
  });
  expect(answerQuery(throughput, [{ names: [] }], URL)).toMatchObject({ error: { status: 500, source: 'plugin' } });
});

test('the inspector shows what the store was asked, with the filters of the settings', () => {
  const filtered = planOf({ measure: 'throughput' }, { labelFilters: [{ label: 'team', operator: '=', value: 'a' }] });
  expect(answerQuery(filtered, [calls], URL)).toMatchObject({
    frames: [{ meta: { executedQueryString: expect.stringContaining('team="a"') } }],
  });
});
