import { add, multiply } from '../../src/statistics/columns.ts';
import { sharesOf, sumOverBins, total } from '../../src/statistics/shares.ts';

test('counts become shares of their own side', () => {
  expect(sharesOf([1, 3], [0.5, 0.5])).toEqual([
    [0.25, 0.75],
    [0.5, 0.5],
  ]);
  expect(total([1, 3, 0.5])).toBe(4.5);
});

test('a sum over bins is nothing where a side is empty, at that time alone', () => {
  const overlap = sumOverBins(
    {
      live: Float64Array.of(1, 0, 0, 3, 0, 0),
      reference: Float64Array.of(2, 2, 0, 2, 2, 0),
      liveTotal: Float64Array.of(4, 0, NaN),
      referenceTotal: Float64Array.of(4, 4, 0),
    },
    multiply,
  );
  expect(overlap).toEqual(Float64Array.of(0.5, NaN, NaN));
});

test('a bin without a value counts nothing', () => {
  const once = { liveTotal: Float64Array.of(4), referenceTotal: Float64Array.of(1) };
  const live = Float64Array.of(4, NaN);
  expect(sumOverBins({ ...once, live, reference: Float64Array.of(NaN, 1) }, add)).toEqual(Float64Array.of(2));
  expect(sumOverBins({ ...once, live, reference: Float64Array.of(NaN, 1) }, multiply, 0.5)).toEqual(Float64Array.of(1));
});

test('refuses bins that do not match', () => {
  expect(() => sharesOf([1], [1, 2])).toThrow('1 live bins cannot be compared with 2 of the reference.');
});
