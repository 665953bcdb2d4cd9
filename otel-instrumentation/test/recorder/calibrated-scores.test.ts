import { CalibratedScores } from '../../src/recorder/calibrated-scores.ts';
import { CountMemory } from '../../src/recorder/count-memory.ts';
import { NO_SCORE } from '../../src/recorder/score-counts.ts';

test('predictions are counted by bin, edges in the bin below, and those without a usable score apart', () => {
  const calibration = { rows: [4, 2, 4], positives: [1, 0, 3] };
  const scores = new CalibratedScores(
    { class: 'yes', edges: [0.1, 0.5], counts: [1, 1, 1], threshold: 0.5, calibration },
    new CountMemory(),
  );
  for (const score of [0, 0.1, 0.2, 0.5, 0.75, 1, 1, NO_SCORE.missing, NO_SCORE.invalid, NO_SCORE.invalid]) {
    scores.record(score);
  }
  expect(scores.bins.map(({ label }, bin) => [label, scores.countOf(bin)])).toEqual([
    ['≤0.1', 2],
    ['(0.1, 0.5]', 2],
    ['>0.5', 3],
  ]);
  expect([scores.missing, scores.invalid]).toEqual([1, 2]);
});
