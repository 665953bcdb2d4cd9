import type { CalibratedPredictions } from '../../../src/statistics/calibrated-predictions.ts';
import type { Estimate } from '../../../src/statistics/estimate.ts';
import { estimatedAccuracy } from '../../../src/statistics/estimated-accuracy.ts';
import { estimatedF1, estimatedPrecision, estimatedRecall } from '../../../src/statistics/estimated-class.ts';
import { estimatedRocAuc } from '../../../src/statistics/estimated-roc-auc.ts';
import { isotonicShares } from '../../../src/statistics/isotonic-shares.ts';
import { total } from '../../../src/statistics/shares.ts';
import { uncertainPredictions } from '../../../src/statistics/uncertain-share.ts';
import golden from './car-loan.json' with { type: 'json' };

/** Bins at most, of nearly equal numbers of reference rows. */
const BINS = 50;
/** Scores above it predict that a loan is repaid, in hundredths. */
const THRESHOLD = 64;

/** Upper edges in hundredths. */
function edges(): number[] {
  const rows = total(golden.reference.rows);
  const found = new Set([THRESHOLD]);
  let [below, next] = [0, 1];
  golden.reference.rows.forEach((count, score) => {
    below += count;
    if (below < (next * rows) / (BINS - 1) || score >= 100) return;
    found.add(score);
    next = Math.floor((below / rows) * (BINS - 1)) + 1;
  });
  return [...found].sort((a, b) => a - b);
}

const EDGES = edges();

function binned(byScore: readonly number[]): number[] {
  return [...EDGES, Infinity].map((edge, i) => total(byScore.slice((EDGES[i - 1] ?? -1) + 1, edge + 1)));
}

const rows = binned(golden.reference.rows);
const positive = isotonicShares(binned(golden.reference.positives), rows);
const isPredicted = rows.map((_, bin) => (EDGES[bin - 1] ?? -1) >= THRESHOLD);

const chunkOf = (byScore: readonly number[]): CalibratedPredictions => ({
  predictions: binned(byScore),
  positive,
  rows,
  isPredicted,
});

type Name = keyof (typeof golden.chunks)[number]['nannyml'];

const ESTIMATES: Readonly<Record<Name, (calibrated: CalibratedPredictions) => Estimate>> = {
  accuracy: estimatedAccuracy,
  precision: estimatedPrecision,
  recall: estimatedRecall,
  f1: estimatedF1,
  roc_auc: estimatedRocAuc,
};

test('there are at most 50 bins', () => {
  expect(rows.length).toBeLessThanOrEqual(BINS);
  expect(rows.length).toBeGreaterThan(20);
});

describe.each(Object.entries(ESTIMATES))('estimated %s of each chunk', (name, of) => {
  const chunks = golden.chunks.map((chunk) => ({
    ours: of(chunkOf(chunk.rows)).value,
    theirs: chunk.nannyml[name as Name],
  }));

  test("is within .004 of NannyML's", () => {
    const apart = chunks.map(({ ours, theirs }) => Math.abs(ours - theirs.estimated));
    expect(apart).toHaveLength(10);
    expect(Math.max(...apart)).toBeLessThan(0.004);
  });

  test('is no further from what was seen than NannyML by more than .002', () => {
    const further = chunks.map(
      ({ ours, theirs }) => Math.abs(ours - theirs.realized) - Math.abs(theirs.estimated - theirs.realized),
    );
    expect(Math.max(...further)).toBeLessThan(0.002);
  });
});

test('the second half, which drifts, is expected to be worse, beyond what is expected of the first', () => {
  const accuracy = golden.chunks.map((chunk) => estimatedAccuracy(chunkOf(chunk.rows)).value);
  expect(Math.max(...accuracy.slice(5))).toBeLessThan(Math.min(...accuracy.slice(0, 5)) - 0.005);
});

test('scores near the threshold are as many as there are, but for the two bins in which the band ends', () => {
  const ends = [...EDGES, 100].map((edge, i): [number, number] => [(EDGES[i - 1] ?? 0) / 100, edge / 100]);
  const [from, to] = [THRESHOLD - 10, THRESHOLD + 10];
  for (const { rows: byScore } of golden.chunks) {
    const { numerator, denominator } = uncertainPredictions({ ...chunkOf(byScore), ends }, 0.1);
    const near = total(byScore.slice(from, to + 1));
    const inEnds = (edge: number): number =>
      total(ends.map(([low, high], i) => (low * 100 < edge && edge <= high * 100 ? (binned(byScore)[i] ?? 0) : 0)));
    expect(denominator).toBe(total(byScore));
    expect(Math.abs(numerator - near)).toBeLessThanOrEqual(inEnds(from) + inEnds(to));
    expect(Math.abs(numerator - near) / denominator).toBeLessThan(0.005);
  }
});
