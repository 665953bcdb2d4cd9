import { framesOf, isTable, measureRows } from '../../../src/pages/values/measure-rows.ts';
import { lineFrame, tableOf } from '../made-up-rows.ts';

const TABLE = tableOf('A', [
  { measure: 'psi', model: 'income', version: '1', feature: 'age', value: 0.3, observations: 500, critical: 0.25 },
  { measure: 'psi', model: 'income', version: '1', feature: 'hours', observations: 41, critical: 0.25 },
]);

test('a row says what it is about, and what is unknown is NaN', () => {
  const [age, hours] = measureRows([TABLE]);
  expect(age).toMatchObject({ measure: 'psi', feature: 'age', value: 0.3, observations: 500, critical: 0.25 });
  expect(age).toMatchObject({ warning: NaN, lower: NaN, attribute: '' });
  expect(hours).toMatchObject({ value: NaN, observations: 41 });
});

test('tables are told from lines, and the frames of a question from those of others', () => {
  const line = lineFrame({ refId: 'B', measure: 'psi', labels: {}, values: [1] });
  expect([TABLE, line].map(isTable)).toEqual([true, false]);
  expect(framesOf([TABLE, line], 'B')).toEqual([line]);
});

test('a table says how many observations a value needs', () => {
  const minimumOf = (custom: object): number | undefined =>
    measureRows([{ ...TABLE, meta: { custom: { ...custom } } }])[0]?.minimum;
  expect([minimumOf({ minimum: 50 }), minimumOf({})]).toEqual([50, NaN]);
});
