import { columnReader, rowsIn } from '../../src/recorder/batch.ts';

test('a column is read row by row, and is undefined beyond its end', () => {
  expect([0, 1, 2].map(columnReader(['a', 'b']))).toEqual(['a', 'b', undefined]);
  expect([0, 1].map(columnReader(Float32Array.of(1.5)))).toEqual([1.5, undefined]);
});

test.each([undefined, null, 'text', 1, { length: 3, 0: 'a' }, []])('%p is no column', (column) => {
  expect(columnReader(column)(0)).toBeUndefined();
});

test('a batch has the rows of its longest column', () => {
  expect(rowsIn({ features: { age: [1, 2, 3], work: ['a'] }, predictions: ['yes', 'no'] })).toBe(3);
  expect(rowsIn({ predictions: Float64Array.of(1, 2) })).toBe(2);
  expect(rowsIn({})).toBe(0);
  expect(rowsIn({ features: 'text' as never, predictions: 'text' as never })).toBe(0);
});
