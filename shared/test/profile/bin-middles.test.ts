import { binMiddles } from '../../src/profile/bin-middles.ts';
import { binLabels } from '../../src/profile/bins.ts';

test('an open bin is as wide as its neighbor', () => {
  expect(binMiddles(binLabels([10, 20, 40]))).toEqual([5, 15, 30, 50]);
});

test('two open bins have no neighbor to go by: each counts as one wide', () => {
  expect(binMiddles(binLabels([0]))).toEqual([-0.5, 0.5]);
});

test('no bins have no middles', () => {
  expect(binMiddles([])).toEqual([]);
});

test.each([[['Private', 'State-gov', 'other']], [['≤1', '>1', 'other']]])('%j are not all intervals', (labels) => {
  expect(binMiddles(labels)).toBeUndefined();
});
