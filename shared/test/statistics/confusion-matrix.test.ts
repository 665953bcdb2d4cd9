import {
  averageOverClasses,
  countOf,
  countsOfClass,
  type ConfusionCell,
} from '../../src/statistics/confusion-matrix.ts';
import { f1OfClass } from '../../src/statistics/f1.ts';
import { precisionOfClass } from '../../src/statistics/precision.ts';
import { recallOfClass } from '../../src/statistics/recall.ts';

const cell = (predicted: string, actual: string, count: number): ConfusionCell => ({ predicted, actual, count });

// The example of scikit-learn's precision_score and its siblings: actual 0 1 2 0 1 2, predicted 0 2 1 0 0 1.
const PUBLISHED = [cell('0', '0', 2), cell('2', '1', 1), cell('1', '2', 2), cell('0', '1', 1)];

test.each([
  ['macro precision', 'macro', precisionOfClass, 0.22],
  ['weighted precision', 'weighted', precisionOfClass, 0.22],
  ['macro recall', 'macro', recallOfClass, 0.33],
  ['weighted recall', 'weighted', recallOfClass, 0.33],
  ['macro F1', 'macro', f1OfClass, 0.26],
  ['weighted F1', 'weighted', f1OfClass, 0.26],
] as const)('published: %s', (_what, average, ofClass, value) => {
  // scikit-learn cuts its digits off rather than rounding them.
  expect(Math.floor(averageOverClasses(PUBLISHED, average, ofClass) * 100) / 100).toBe(value);
});

test('counts of a class are those predicted as it, actually of it, and both', () => {
  const cells = [cell('yes', 'yes', 5), cell('yes', 'no', 2), cell('no', 'yes', 3), cell('no', 'no', 7)];
  expect(countsOfClass(cells, 'yes')).toEqual({ predicted: 7, actual: 8, truePositives: 5 });
  expect(countsOfClass(cells, 'maybe')).toEqual({ predicted: 0, actual: 0, truePositives: 0 });
  expect(countOf(cells, ({ predicted, actual }) => predicted !== actual)).toBe(5);
});

test('weights are the actual frequencies, and a class without a value counts as zero', () => {
  // Class b is never predicted, so that it has no precision.
  const cells = [cell('a', 'a', 6), cell('a', 'b', 2)];
  expect(averageOverClasses(cells, 'macro', precisionOfClass)).toBeCloseTo((0.75 + 0) / 2, 12);
  expect(averageOverClasses(cells, 'weighted', precisionOfClass)).toBeCloseTo((6 * 0.75 + 2 * 0) / 8, 12);
});

test('a class that was neither predicted nor actual does not count', () => {
  const cells = [cell('a', 'a', 6), cell('b', 'b', 0), cell('a', 'b', 0)];
  expect(averageOverClasses(cells, 'macro', recallOfClass)).toBe(1);
});

test('has no value without outcomes', () => {
  expect(averageOverClasses([], 'macro', recallOfClass)).toBeNaN();
  expect(averageOverClasses([cell('a', 'a', 0)], 'weighted', recallOfClass)).toBeNaN();
});
