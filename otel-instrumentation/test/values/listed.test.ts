import { listed } from '../../src/values/listed.ts';

test.each<[number[], string]>([
  [[], ''],
  [[1], '1'],
  [[1, 2], '1 and 2'],
  [[1, 2, 3], '1, 2 and 3'],
  [[1, 2, 3, 4, 5], '1, 2, 3 and 2 more'],
])('%j is written as %j', (items, text) => {
  expect(listed(items)).toBe(text);
});

test('how many are named can be said', () => {
  expect(listed([1, 2, 3, 4, 5], 42, 5)).toBe('1, 2, 3, 4, 5 and 37 more');
});
