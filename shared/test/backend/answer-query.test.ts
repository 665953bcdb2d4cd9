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

test('a table of rates by group names the reference group of the profile', () => {
  const rates = planOf({ measure: 'selection-rate', favorable: 'a', format: 'table' });
  const group = { ...MODEL, ml_group_attribute: 'sex', ml_group_value: 'x' };
  const people = series({ ...group, ml_prediction_class: 'a' }, 500);
  const answerWith = (references: readonly object[]) =>
    answerQuery(
      rates,
      rates.texts.map((promql): Answer => ({
        times: [120],
        series: promql.includes('privileged')
          ? references.map((labels) => series({ ...group, ...labels }, 1))
          : promql.includes('ml_group_predictions')
            ? [people]
            : [],
      })),
      URL,
    );
  const column = (answer: ReturnType<typeof answerWith>) =>
    'frames' in answer ? answer.frames[0]?.fields.find(({ name }) => name === 'Reference group')?.values : answer;
  expect(column(answerWith([{ ml_group_value: 'y' }]))).toEqual(['y']);
  expect(column(answerWith([]))).toBeUndefined();
  // Profiles of several replicas that disagree.
  expect(column(answerWith([{ ml_group_value: 'x' }, { ml_group_value: 'y' }]))).toBeUndefined();
  expect(planOf({ measure: 'selection-rate', favorable: 'a' }).texts.join()).not.toContain('privileged');
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
