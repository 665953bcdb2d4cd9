import { sharesOf, sumOverBins, total } from '../../src/statistics/shares.ts';

test('counts become shares of their own side', () => {
  expect(sharesOf([1, 3], [0.5, 0.5])).toEqual([
    [0.25, 0.75],
    [0.5, 0.5],
  ]);
  expect(total([1, 3, 0.5])).toBe(4.5);
});

test('a part never sees a share that is no number', () => {
  const zero = jest.fn(() => 0);
  expect(sumOverBins([0, 0], [1, 1], zero)).toBeNaN();
  expect(sumOverBins([1, 1], [0, 0], zero)).toBeNaN();
  expect(sumOverBins([], [], zero)).toBeNaN();
  expect(zero).not.toHaveBeenCalled();
});

test('refuses bins that do not match', () => {
  expect(() => sharesOf([1], [1, 2])).toThrow('1 live bins cannot be compared with 2 of the reference.');
});
