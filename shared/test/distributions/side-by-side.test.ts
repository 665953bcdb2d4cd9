import { binnedBy } from '../../src/distributions/binned-series.ts';
import { sideBySide } from '../../src/distributions/side-by-side.ts';
import type { Series } from '../../src/query/answers.ts';

const series = (feature: string, bin: string, ...values: number[]): Series => ({ labels: { feature, bin }, values });
const binned = (...list: Series[]) => binnedBy(list, ['feature'], 'bin');

test('each distribution stands beside its counterpart, those of one side alone too', () => {
  const pairs = sideBySide(binned(series('age', 'a', 1), series('work', 'a', 2)), binned(series('hours', 'a', 3)));
  expect(pairs.map(({ labels, at }) => [labels['feature'], at(0).liveTotal, at(0).referenceTotal])).toEqual([
    ['age', 1, 0],
    ['work', 2, 0],
    ['hours', 0, 3],
  ]);
});

test('a bin that one side lacks is empty there, and one that both lack is left out', () => {
  const live = binned(series('age', 'a', 5, NaN, 1), series('age', 'b', NaN, NaN, 2));
  const reference = binned(series('age', 'b', 0.25, 0.25, 0.25), series('age', 'c', 0, 0, NaN));
  const [pair] = sideBySide(live, reference);
  expect(pair?.bins).toEqual(['a', 'b', 'c']);
  expect([0, 1, 2].map((index) => pair?.at(index))).toEqual([
    {
      bins: ['a', 'b', 'c'],
      live: [5, 0, 0],
      reference: [0, 0.25, 0],
      liveTotal: 5,
      referenceTotal: 0.25,
      hasLive: true,
      hasReference: true,
      hasSameBins: false,
      used: 1,
    },
    {
      bins: ['b', 'c'],
      live: [0, 0],
      reference: [0.25, 0],
      liveTotal: 0,
      referenceTotal: 0.25,
      hasLive: false,
      hasReference: true,
      hasSameBins: true,
      used: 1,
    },
    {
      bins: ['a', 'b'],
      live: [1, 2],
      reference: [0, 0.25],
      liveTotal: 3,
      referenceTotal: 0.25,
      hasLive: true,
      hasReference: true,
      hasSameBins: false,
      used: 1,
    },
  ]);
});

test('bins stand in the order that is asked for', () => {
  const [pair] = sideBySide(binned(series('age', 'a', 1), series('age', 'b', 2)), binned(), (bins) =>
    [...bins].reverse(),
  );
  expect([pair?.bins, pair?.at(0).live]).toEqual([
    ['b', 'a'],
    [2, 1],
  ]);
});
