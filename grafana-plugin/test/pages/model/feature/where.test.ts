import { extentOf, partsOf } from '../../../../src/pages/model/feature/where.ts';
import { linesOf } from '../../../../src/pages/values/lines.ts';
import { lineFrame, madeUpRow } from '../../made-up-rows.ts';

const of = (replica: string, value: number, observations = 500) =>
  madeUpRow({ feature: 'age', replica, value, observations, warning: 0.1, critical: 0.25 });

const parts = (...rows: ReturnType<typeof madeUpRow>[]) => partsOf(rows, [], ({ replica }) => replica);

test('each part has its own line, and the worst comes first', () => {
  const labels = (instance: string) => ({ ml_feature_name: 'age', ml_model_version: '1', instance });
  const lines = linesOf([
    lineFrame({ refId: 'l', measure: 'psi', labels: labels('a'), values: [0.01, 0.02] }),
    lineFrame({ refId: 'l', measure: 'psi', labels: labels('b'), values: [0.1, 0.4] }),
  ]);
  const found = partsOf([of('a', 0.02), of('b', 0.4)], lines, ({ replica }) => replica);
  expect(found.map(({ name, level, values }) => [name, level, values])).toEqual([
    ['b', 'critical', [0.1, 0.4]],
    ['a', 'ok', [0.01, 0.02]],
  ]);
});

test('a replica with too few observations is a part, and one with none is not', () => {
  const found = parts(of('few', NaN, 41), of('none', NaN, 0), of('never', NaN, NaN));
  expect(found.map(({ name, level }) => [name, level])).toEqual([['few', 'unknown']]);
});

test.each([
  [[0.3, 0.4], 'on both replicas'],
  [[0.3, 0.4, 0.5], 'on all 3 replicas'],
  [[0.3, 0.01, 0.01], 'on 1 of 3 replicas: r0'],
  [[0.3, 0.4, 0.5, 0.01], 'on 3 of 4 replicas'],
  [[0.01, 0.01], ''],
  [[0.3], ''],
  // What is not known says nothing of how far it reaches.
  [[0.3, NaN], ''],
])('of replicas with %p it is %s', (values, text) => {
  expect(extentOf(parts(...values.map((value, index) => of(`r${index}`, value, 150))))).toBe(text);
});
