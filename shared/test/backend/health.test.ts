import type { Answer, Ask } from '../../src/backend/asks.ts';
import { answerHealth, planHealth, type HealthRequest } from '../../src/backend/health.ts';
import { series } from '../counts/made-up-series.ts';
import { parsePromql } from '../parse-promql.ts';

const counted = (...numbers: readonly (number | undefined)[]): Answer[] =>
  numbers.map((number) => ({ times: [0], series: number === undefined ? [] : [series({}, number)] }));

function asksOf(request: HealthRequest): readonly Ask[] {
  const plan = planHealth(request);
  if ('status' in plan) throw new Error(plan.message);
  return plan.asks;
}

test('counts models, versions and features of the last hour', () => {
  const asks = asksOf({ settings: {}, now: 3_600_500 });
  expect(asks).toHaveLength(3);
  for (const ask of asks) {
    if (ask.kind !== 'instant') throw new Error('Health asks for instants.');
    parsePromql(ask.promql);
    expect(ask.promql).toContain('[1h]');
    expect(ask.time).toBe(3600.5);
  }
});

test('counts what the settings let through', () => {
  const settings = { labelFilters: [{ label: 'team', operator: '=', value: 'credit' }] };
  const asks = asksOf({ settings, now: 0 });
  for (const ask of asks) expect(ask).toMatchObject({ promql: expect.stringContaining('team="credit"') });
});

test('settings that hold nothing sensible are an error', () => {
  expect(planHealth({ settings: { window: 'soon' }, now: 0 })).toEqual({
    status: 'ERROR',
    message: expect.stringContaining('window of the data source is "soon"'),
    details: { severity: 'error' },
  });
});

test.each([
  [[3, 5, 42], '3 models, 5 versions, 42 features in the last hour.'],
  [[1, 1, 1], '1 model, 1 version, 1 feature in the last hour.'],
  [[1, 1, undefined], '1 model, 1 version, 0 features in the last hour.'],
])('%j is: %s', (numbers, message) => {
  expect(answerHealth(counted(...numbers), '')).toEqual({ status: 'OK', message, details: { severity: 'success' } });
});

test('where nothing reports it says what to do', () => {
  expect(answerHealth(counted(undefined, undefined, undefined), '')).toMatchObject({
    status: 'OK',
    message: expect.stringMatching(/no model reported.*npx driftline doctor/),
    details: { severity: 'warning' },
  });
});

test('a store that fails is an error', () => {
  const answers: Answer[] = [...counted(1, 1), { failure: { kind: 'timeout' } }];
  expect(answerHealth(answers, 'http://store')).toMatchObject({
    status: 'ERROR',
    message: expect.stringContaining('The store at http://store did not answer in time'),
  });
});
