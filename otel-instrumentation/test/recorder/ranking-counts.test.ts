import { readFileSync } from 'node:fs';
import { MOST_RANKED, RankingCounts } from '../../src/recorder/ranking-counts.ts';

/** What scikit-learn and NumPy give: `make_rankings.py`. */
const golden = JSON.parse(readFileSync(new URL('golden/rankings.json', import.meta.url), 'utf8')) as {
  readonly cutoffs: readonly number[];
  readonly rankings: readonly { readonly relevance: number[]; readonly ndcg: number[]; readonly hit: number[] }[];
};

test('each ranking gains and hits what scikit-learn and NumPy say', () => {
  expect(golden.rankings).toHaveLength(200);
  for (const { relevance, ndcg, hit } of golden.rankings) {
    const counts = new RankingCounts(golden.cutoffs);
    counts.record(relevance);
    golden.cutoffs.forEach((_, i) => {
      expect(counts.gainsAt(i)).toBeCloseTo(ndcg[i] ?? NaN, 12);
      expect(counts.hitsAt(i)).toBe(hit[i]);
    });
    expect([counts.rankings, counts.invalid]).toEqual([1, 0]);
  }
});

test('what somebody wanted may be a truth value, and lists may be typed and shorter than a place', () => {
  const counts = new RankingCounts([10]);
  counts.record([false, true]);
  counts.record(Float32Array.of(0, 1));
  expect([counts.gainsAt(0), counts.hitsAt(0), counts.rankings]).toEqual([2 / Math.log2(3), 2, 2]);
});

test('a ranking without anything relevant gains nothing, as in scikit-learn', () => {
  const counts = new RankingCounts([1]);
  counts.record([0, 0]);
  expect([counts.gainsAt(0), counts.hitsAt(0), counts.rankings]).toEqual([0, 0, 1]);
});

const throwing = Object.defineProperty([1, 2], 1, {
  get: () => {
    throw new Error('no');
  },
}) as unknown;

test.each<[string, unknown]>([
  ['nothing', undefined],
  ['a number', 3],
  ['an object', { length: 2, 0: 1, 1: 0 }],
  ['an empty list', []],
  ['a negative relevance', [1, -1]],
  ['NaN', [1, NaN]],
  ['infinity', [Infinity]],
  ['a number that is too large for a sum', [1.7e308, 1.7e308]],
  ['texts', ['1']],
  ['big integers', [1n]],
  ['a hole', [1, , 1]], // eslint-disable-line no-sparse-arrays -- it is what is tested
  ['a list that throws', throwing],
  ['too many', new Float64Array(MOST_RANKED + 1)],
])('%s is no ranking, and is counted', (_what, relevance) => {
  const counts = new RankingCounts([1, 2]);
  counts.record(relevance);
  expect([counts.rankings, counts.invalid, counts.gainsAt(0), counts.hitsAt(1)]).toEqual([0, 1, 0, 0]);
});

test('without a place nothing is counted', () => {
  const counts = new RankingCounts([]);
  counts.record([1]);
  counts.record('no ranking');
  expect([counts.rankings, counts.invalid]).toEqual([0, 0]);
});
