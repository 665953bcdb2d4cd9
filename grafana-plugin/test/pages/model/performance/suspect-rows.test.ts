import { suspectRows } from '../../../../src/pages/model/performance/suspect-rows.ts';
import { madeUpRow } from '../../made-up-rows.ts';

const suspicion = (feature: string, value: number, criticalValue = 0.01) =>
  madeUpRow({ measure: 'suspicion', feature, value, criticalValue });
const variation = (feature: string, value: number) => madeUpRow({ measure: 'total-variation', feature, value });

test('the worst comes first, and what noise alone may have moved last', () => {
  const rows = suspectRows([suspicion('a', 0.02), suspicion('b', 0.3, 0.4), suspicion('c', 0.1)], []);
  expect(rows.map(({ suspicion: { feature }, isNoise }) => [feature, isNoise])).toEqual([
    ['c', false],
    ['a', false],
    ['b', true],
  ]);
});

test('what has no value is no suspect', () => {
  expect(suspectRows([suspicion('a', NaN)], [variation('a', 0.2)])).toEqual([]);
});

test('the importance is what the suspicion is of how far the feature has moved', () => {
  const rows = suspectRows([suspicion('a', 0.05), suspicion('b', 0)], [variation('a', 0.2), variation('b', 0)]);
  expect(rows.map(({ moved, importance }) => [moved, importance])).toEqual([
    [0.2, 0.25],
    [0, NaN],
  ]);
});

test('suspects of several versions are apart', () => {
  const old = madeUpRow({ measure: 'suspicion', version: '0', feature: 'a', value: 0.2 });
  const rows = suspectRows([suspicion('a', 0.1), old], [variation('a', 0.1)]);
  expect(rows.map(({ suspicion: { version }, moved }) => [version, moved])).toEqual([
    ['0', NaN],
    ['1', 0.1],
  ]);
});
