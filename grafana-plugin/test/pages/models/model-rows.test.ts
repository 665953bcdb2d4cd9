import { modelRows, needsAttention, silence } from '../../../src/pages/models/model-rows.ts';
import { answerOf, lineFrame, tableOf } from '../made-up-rows.ts';

const NOW = 100 * 86_400_000;
const DAY = 86_400_000;

const REPORTS = [
  { model: 'fraud', version: '7', first: NOW - 4 * DAY, last: NOW - 3 * DAY },
  { model: 'income', version: '1', first: NOW - 2 * DAY, last: NOW - 1000 },
  { model: 'income', version: '2', first: NOW - 1 * DAY, last: NOW - 1000 },
  { model: 'demand', version: '3', first: NOW - 1 * DAY, last: NOW - 1000 },
];

const TABLE = [
  tableOf('psi', [
    { measure: 'psi', model: 'income', version: '2', feature: 'age', value: 0.31, observations: 900, critical: 0.25 },
    { measure: 'psi', model: 'demand', version: '3', feature: 'temp', value: 0.04, observations: 900, critical: 0.25 },
  ]),
  tableOf('throughput', [
    { measure: 'throughput', model: 'income', version: '1', value: 1 },
    { measure: 'throughput', model: 'income', version: '2', value: 8 },
    { measure: 'throughput', model: 'demand', version: '3', value: 2 },
  ]),
];

test('models have their worst value by area, and the worst model is first', () => {
  const rows = modelRows(REPORTS, answerOf(TABLE), undefined, NOW);
  expect(rows.map(({ model }) => model)).toEqual(['income', 'demand', 'fraud']);
  const [income, demand, fraud] = rows;
  expect(income).toMatchObject({ versions: ['2', '1'], throughput: 9, level: 'critical', isSilent: false });
  expect(income?.areas.drift.text).toBe('age 0.31 > 0.25');
  expect(income?.areas.performance.text).toBe('no labels yet');
  expect(demand?.level).toBe('ok');
  expect(fraud).toMatchObject({ versions: ['7'], isSilent: true, level: 'unknown', throughput: 0 });
  expect(fraud?.areas.drift.text).toBe('silent for 3 d');
  expect(rows.map(needsAttention)).toEqual([true, false, false]);
});

test('the trend of a model is that of all its versions', () => {
  const frame = (version: string, values: (number | null)[]) =>
    lineFrame({
      refId: 'throughput',
      measure: 'throughput',
      labels: { ml_model_name: 'income', ml_model_version: version },
      values,
    });
  const trends = answerOf([frame('1', [4, 3, null]), frame('2', [null, 1, null])]);
  expect(modelRows(REPORTS, answerOf(TABLE), trends, NOW)[0]?.trend).toEqual([4, 4, NaN]);
});

test('a query that failed is told from one without an answer', () => {
  const failed = answerOf(TABLE.slice(1), [{ refId: 'psi', message: 'The store is down.' }]);
  expect(modelRows(REPORTS, failed, undefined, NOW).find(({ model }) => model === 'income')?.areas.drift.text).toBe(
    'query failed',
  );
});

test('a model is silent when the store would not take its last sample for the present one', () => {
  expect(silence(REPORTS.slice(0, 1), NOW)).toBe(3 * DAY);
  expect(silence(REPORTS, NOW)).toBeUndefined();
  expect(silence([], NOW)).toBeUndefined();
});
