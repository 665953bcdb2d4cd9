import { CountMemory } from '../../src/recorder/count-memory.ts';
import { RegressionOutcomes } from '../../src/recorder/regression-outcomes.ts';

const SCORE = {
  edges: [10, 20],
  counts: [1, 1, 1],
  mean: 12,
  standardDeviation: 4,
  minimum: 0,
  maximum: 30,
};

/** Counts of some outcomes, whose residuals enter sums as they are. */
function counted(outcomes: readonly (readonly [prediction: number, actual: number])[], reach = 1e6) {
  const counts = new RegressionOutcomes(SCORE, reach, new CountMemory());
  for (const [prediction, actual] of outcomes) counts.record(prediction, actual, actual - prediction);
  return counts;
}

test('residuals are counted by bin of the prediction', () => {
  const counts = counted([
    [10, 13],
    [11, 9],
    [20, 21],
    [21, 21],
  ]);
  expect(counts.bins).toEqual(['≤10', '(10, 20]', '>20']);
  const bins = counts.bins.map((_, bin) => [
    counts.countOf(bin),
    counts.residualOf(bin, 'above'),
    counts.residualOf(bin, 'below'),
    counts.squaredOf(bin),
  ]);
  expect(bins).toEqual([
    [1, 3, 0, 9],
    [2, 1, 2, 5],
    [1, 0, 0, 0],
  ]);
});

test('actual values are summed as deviations from the mean of the training data', () => {
  const counts = counted([
    [10, 15],
    [10, 10],
  ]);
  expect([counts.actual('above'), counts.actual('below'), counts.actualSquared]).toEqual([3, 2, 13]);
});

test('an actual value beyond the reach enters the sums as if it lay there', () => {
  const counts = counted([[10, 1e300]], 100);
  expect([counts.actual('above'), counts.actualSquared]).toEqual([100, 1e4]);
});

test('zeros have no relative error and are counted; a huge one is clipped', () => {
  const counts = counted([
    [10, 8],
    [10, 0],
    [10, -20],
    [10, 1e-300],
  ]);
  expect([counts.zeros, counts.relative]).toEqual([1, 0.25 + 1.5 + 1e6]);
});

test('sums stay finite', () => {
  const counts = counted([[-1e200, 1e200]], 1e300);
  expect([counts.squaredOf(0), counts.actualSquared]).toEqual([0, 0]);
});
