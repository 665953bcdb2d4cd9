import { CountMemory } from '../../src/recorder/count-memory.ts';
import { ScoreCounts } from '../../src/recorder/score-counts.ts';

const made = () =>
  new ScoreCounts({ class: 'yes', edges: [0.1, 0.5], counts: [1, 1, 1], threshold: 0.5 }, new CountMemory());

test('outcomes are counted by bin and side, with the sum of scores; edges belong to the bin below', () => {
  const scores = made();
  for (const score of [0, 0.1, 0.2, 0.5]) scores.record(score, false);
  for (const score of [0.5, 0.75, 1]) scores.record(score, true);
  expect(scores.bins).toEqual(['≤0.1', '(0.1, 0.5]', '>0.5']);
  expect([0, 1, 2].map((bin) => [scores.countOf(bin, false), scores.countOf(bin, true)])).toEqual([
    [2, 0],
    [2, 1],
    [0, 2],
  ]);
  expect([0, 1, 2].map((bin) => scores.expectedOf(bin))).toEqual([0.1, 1.2, 1.75]);
  expect(scores.squaredErrors).toBeCloseTo(0 + 0.01 + 0.04 + 0.25 + 0.25 + 0.0625 + 0, 12);
});

test('the log loss of a certain and wrong score is that of scikit-learn, which clips to 2⁻⁵²', () => {
  const scores = made();
  scores.record(1, false);
  expect(scores.logLosses).toBeCloseTo(36.04365338911715, 12);
  scores.record(0, true);
  expect(scores.logLosses).toBeCloseTo(2 * 36.04365338911715, 12);
});

test('a certain and right score costs next to nothing', () => {
  const scores = made();
  scores.record(1, true);
  scores.record(0, false);
  expect(scores.logLosses).toBeCloseTo(0, 12);
  expect(scores.squaredErrors).toBe(0);
});
