import { answerQuery } from '../../src/backend/answer-query.ts';
import type { Answer } from '../../src/backend/asks.ts';
import { answerFrames, answerText, planText } from '../../src/backend/host.ts';
import { planQueries, type PlannedQuery, type QueriesRequest } from '../../src/backend/plan-queries.ts';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.ts';

const REQUEST: QueriesRequest = {
  settings: {},
  queries: [{ refId: 'A', model: { measure: 'throughput', instant: true }, from: 0, to: 60_000, intervalMs: 1000 }],
};
const [PLANNED] = planQueries(REQUEST).queries as readonly PlannedQuery[];
const LABELS = { ml_model_name: 'income', ml_model_version: '1' };
const SERIES = [{ labels: LABELS, values: [600] }];
const ANSWERS: readonly Answer[] = [{ times: [60], series: SERIES }];

test('plans pass as texts', () => {
  expect(JSON.parse(planText('queries', JSON.stringify(REQUEST)))).toEqual(planQueries(REQUEST));
  expect(JSON.parse(planText('settings', '{"window":"1h"}'))).toMatchObject({ window: '1h' });
  expect(JSON.parse(planText('settings', '{"window":"soon"}'))).toEqual(DEFAULT_SETTINGS);
  expect(JSON.parse(planText('health', '{"settings":{},"now":0}'))).toMatchObject({ asks: { length: 3 } });
  expect(JSON.parse(planText('resource', '{"settings":{},"now":0,"path":"made-up","parameters":{}}'))).toMatchObject({
    status: 404,
  });
});

test('frames and failures pass as they are', () => {
  const failed: readonly Answer[] = [{ failure: { kind: 'timeout' } }];
  for (const answers of [ANSWERS, failed]) {
    const result = answerFrames(JSON.stringify(PLANNED), answers, 'http://store');
    expect(result).toEqual(answerQuery(PLANNED as PlannedQuery, answers, 'http://store'));
  }
});

test('a query is answered by its own asks, and a refused one by its failure', () => {
  const others: readonly Answer[] = [{ failure: { kind: 'timeout' } }, ...ANSWERS];
  const result = answerFrames(JSON.stringify({ ...PLANNED, asks: [1] }), others, '');
  expect(result).toEqual(answerQuery(PLANNED as PlannedQuery, ANSWERS, ''));
  const error = { message: 'No.', status: 400, source: 'plugin' };
  expect(answerFrames(JSON.stringify({ refId: 'A', error }), [], '')).toEqual({ error });
});

test('health and resources are texts', () => {
  const health = answerText('health', '{}', [{ failure: { kind: 'timeout' } }], 'http://store');
  expect(JSON.parse(health)).toMatchObject({ status: 'ERROR' });
  const request = '{"settings":{},"now":0,"path":"models","parameters":{}}';
  expect(JSON.parse(answerText('resource', request, [{ names: ['a'] }], ''))).toEqual({ status: 200, body: ['a'] });
});
