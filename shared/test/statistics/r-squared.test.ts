import { rSquaredOf } from '../../src/statistics/r-squared.ts';

/** Sums as a recorder makes them about a mean of the training data. */
function sums(actual: readonly number[], predicted: readonly number[], mean: number) {
  const deviations = actual.map((value) => value - mean);
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
  return {
    count: actual.length,
    residual: sum(actual.map((value, i) => (value - (predicted[i] ?? NaN)) ** 2)),
    above: sum(deviations.filter((value) => value > 0)),
    below: -sum(deviations.filter((value) => value < 0)),
    squared: sum(deviations.map((value) => value * value)),
  };
}

test('published: the example of scikit-learn is 0.948…, about whichever mean', () => {
  for (const mean of [0, 2.875, 100]) {
    expect(rSquaredOf(sums([3, -0.5, 2, 7], [2.5, 0, 2, 8], mean))).toBeCloseTo(0.9486081370449679, 12);
  }
});

test('below zero where the mean would be better, as in scikit-learn', () => {
  expect(rSquaredOf(sums([1, 2, 3], [3, 2, 1], 2))).toBe(-3);
});

test('sums of replicas and of windows add up', () => {
  const [one, two] = [sums([3, -0.5], [2.5, 0], 1), sums([2, 7], [2, 8], 1)];
  const added = Object.fromEntries(Object.entries(one).map(([name, value]) => [name, value + two[name as 'count']]));
  expect(rSquaredOf(added as typeof one)).toBeCloseTo(0.9486081370449679, 12);
});

test('small variation far from zero is not lost, since the mean is about there', () => {
  const actual = [1e9 + 1, 1e9 + 2, 1e9 + 3];
  expect(rSquaredOf(sums(actual, [1e9 + 1, 1e9 + 2, 1e9 + 4], 1e9))).toBeCloseTo(0.5, 9);
});

test('no value where all actual values are the same, or there are none', () => {
  expect(rSquaredOf(sums([5, 5, 5], [4, 5, 6], 3.1))).toBeNaN();
  expect(rSquaredOf(sums([5], [4], 5))).toBeNaN();
  expect(rSquaredOf(sums([], [], 0))).toBeNaN();
});
