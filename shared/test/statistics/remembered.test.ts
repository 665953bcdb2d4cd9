import { remembered } from '../../src/statistics/remembered.ts';

test('a result is computed once for each argument that follows another', () => {
  const asked: number[] = [];
  const squared = remembered((x) => {
    asked.push(x);
    return x * x;
  });
  expect([2, 2, 3, NaN, NaN, 2].map(squared)).toEqual([4, 4, 9, NaN, NaN, 4]);
  expect(asked).toEqual([2, 3, NaN, 2]);
});
