import fc from 'fast-check';
import { heldOut, outcomeVariances, type CalibratedPredictions } from '../../src/statistics/calibrated-predictions.ts';
import type { Estimate } from '../../src/statistics/estimate.ts';
import { criticalEstimatedDrop, estimatedAccuracy } from '../../src/statistics/estimated-accuracy.ts';
import { estimatedF1, estimatedPrecision, estimatedRecall } from '../../src/statistics/estimated-class.ts';
import { estimatedRocAuc } from '../../src/statistics/estimated-roc-auc.ts';
import { isotonicShares } from '../../src/statistics/isotonic-shares.ts';
import { seeded } from '../roads/seeded.ts';

const ESTIMATES: Readonly<Record<string, (calibrated: CalibratedPredictions) => Estimate>> = {
  accuracy: estimatedAccuracy,
  precision: estimatedPrecision,
  recall: estimatedRecall,
  f1: estimatedF1,
  'ROC AUC': estimatedRocAuc,
};

/** Four bins by hand: 100 predictions in each, of which 10, 30, 60 and 90 are of the class; the upper two predict it. */
const BY_HAND: CalibratedPredictions = {
  predictions: [100, 100, 100, 100],
  positive: [0.1, 0.3, 0.6, 0.9],
  rows: [100, 100, 100, 100],
  isPredicted: [false, false, true, true],
};

test.each([
  ['accuracy', (90 + 70 + 60 + 90) / 400],
  ['precision', 150 / 200],
  ['recall', 150 / 190],
  ['f1', 300 / 390],
  ['ROC AUC', (10 * 45 + 30 * (90 + 35) + 60 * (160 + 20) + 90 * (200 + 5)) / (190 * 210)],
])('%s by hand', (name, expected) => {
  expect(ESTIMATES[name]?.(BY_HAND).value).toBeCloseTo(expected, 12);
});

test('held-out data of the same counts give the same', () => {
  for (const of of Object.values(ESTIMATES)) expect(of(heldOut(BY_HAND))).toEqual(of(BY_HAND));
});

const share = fc.double({ min: 0.05, max: 0.95, noNaN: true });
const bin = fc.record({
  predictions: fc.integer({ min: 1, max: 500 }),
  positive: share,
  rows: fc.integer({ min: 1, max: 500 }),
});

test.each(Object.entries(ESTIMATES))('the variance of %s is that of the delta method, by differences', (_name, of) => {
  fc.assert(
    fc.property(fc.array(bin, { minLength: 2, maxLength: 8 }), (bins) => {
      const calibrated: CalibratedPredictions = {
        predictions: bins.map(({ predictions }) => predictions),
        positive: bins.map(({ positive }) => positive),
        rows: bins.map(({ rows }) => rows),
        isPredicted: bins.map((_, i) => i >= bins.length / 2),
      };
      const step = 1e-5;
      const moved = (at: number, by: number): number =>
        of({ ...calibrated, positive: calibrated.positive.map((c, i) => (i === at ? c + by : c)) }).value;
      const variance = outcomeVariances(calibrated).reduce((sum, ofBin, i) => {
        const slope = (moved(i, step) - moved(i, -step)) / (2 * step);
        return sum + (slope / (calibrated.predictions[i] as number)) ** 2 * ofBin;
      }, 0);
      const { variance: ours } = of(calibrated);
      expect(Math.abs(ours - variance)).toBeLessThanOrEqual(1e-5 * Math.max(variance, 1e-6));
    }),
    { numRuns: 50 },
  );
});

describe('without anything to estimate from there is no value', () => {
  const change = (changed: Partial<CalibratedPredictions>): CalibratedPredictions => ({ ...BY_HAND, ...changed });
  test.each(Object.entries(ESTIMATES))('%s', (_name, of) => {
    expect(of(change({ predictions: [0, 0, 0, 0] })).value).toBeNaN();
    expect(of(change({ positive: [0.1, NaN, 0.6, 0.9] })).value).toBe(
      of === estimatedPrecision ? estimatedPrecision(BY_HAND).value : NaN,
    );
  });

  test('the precision of a class that is never predicted', () => {
    expect(estimatedPrecision(change({ predictions: [50, 50, 0, 0] })).value).toBeNaN();
  });

  test('the area of scores that only one class has', () => {
    expect(estimatedRocAuc(change({ positive: [0, 0, 0, 0] })).value).toBeNaN();
  });
});

describe('by simulation with a known truth, as the covariates shift more and more', () => {
  const BINS = 50;
  const WINDOWS = 1000;
  const random = uniform();
  /** What the score leaves out: a model that is too sure. */
  const truth = (score: number): number => 0.1 + 0.8 * score ** 1.5;

  /** Scores in the training data are uniform; in the last window, most lie in the middle. */
  const scoreAt = (shift: number): number => {
    const score = random();
    return random() < shift ? 0.25 + score / 2 : score;
  };
  const binOf = (score: number): number => Math.min(Math.floor(score * BINS), BINS - 1);

  const rows = Array<number>(BINS).fill(0);
  const positives = Array<number>(BINS).fill(0);
  for (let i = 0; i < 10_000; i++) {
    const score = scoreAt(0);
    rows[binOf(score)] = (rows[binOf(score)] as number) + 1;
    if (random() < truth(score)) positives[binOf(score)] = (positives[binOf(score)] as number) + 1;
  }
  const positive = isotonicShares(positives, rows);
  const isPredicted = rows.map((_, bin) => bin >= BINS / 2);

  const windows = Array.from({ length: WINDOWS }, (_, window) => {
    const predictions = Array<number>(BINS).fill(0);
    let [right, truePositives, predicted, actual] = [0, 0, 0, 0];
    for (let i = 0; i < 1000; i++) {
      const score = scoreAt(window / WINDOWS);
      const bin = binOf(score);
      predictions[bin] = (predictions[bin] as number) + 1;
      const chance = truth(score);
      right += isPredicted[bin] === true ? chance : 1 - chance;
      truePositives += isPredicted[bin] === true ? chance : 0;
      predicted += isPredicted[bin] === true ? 1 : 0;
      actual += chance;
    }
    return {
      calibrated: { predictions, positive, rows, isPredicted },
      accuracy: right / 1000,
      precision: truePositives / predicted,
      recall: truePositives / actual,
      f1: (2 * truePositives) / (predicted + actual),
    };
  });

  test.each(['accuracy', 'precision', 'recall', 'f1'] as const)(
    'the estimated %s is within two standard errors of what was to be expected in at least 930 of 1,000 windows',
    (name) => {
      const near = windows.filter((window) => {
        const { value, variance } = (ESTIMATES[name] as (typeof ESTIMATES)[string])(window.calibrated);
        return Math.abs(value - window[name]) <= 2 * Math.sqrt(variance);
      });
      expect(near.length).toBeGreaterThanOrEqual(930);
    },
  );

  test('without a shift, noise alone crosses the critical drop as seldom as its significance says', () => {
    const baseline = estimatedAccuracy(heldOut((windows[0] as (typeof windows)[number]).calibrated)).value;
    const crossings = Array.from({ length: 2000 }, () => {
      const predictions = Array<number>(BINS).fill(0);
      for (let i = 0; i < 500; i++) {
        const bin = binOf(scoreAt(0));
        predictions[bin] = (predictions[bin] as number) + 1;
      }
      const calibrated = { predictions, positive, rows, isPredicted };
      return baseline - estimatedAccuracy(calibrated).value > criticalEstimatedDrop(calibrated, 0.05);
    }).filter(Boolean);
    expect(crossings.length).toBeLessThanOrEqual(0.05 * 2000);
  });

  test('a shift into scores that are less sure is a drop beyond noise', () => {
    const { calibrated } = windows.at(-1) as (typeof windows)[number];
    const drop = estimatedAccuracy(heldOut(calibrated)).value - estimatedAccuracy(calibrated).value;
    expect(drop).toBeGreaterThan(criticalEstimatedDrop(calibrated, 0.001));
    expect(drop).toBeGreaterThan(0.05);
  });
});

/** Numbers from 0 to 1, the same in every run. */
function uniform(): () => number {
  const random = seeded(17);
  return () => random(1_000_000) / 1_000_000;
}
