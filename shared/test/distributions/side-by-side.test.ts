import { binnedBy } from '../../src/distributions/binned-series.ts';
import { sideBySide } from '../../src/distributions/side-by-side.ts';
import type { Series } from '../../src/query/answers.ts';

const series = (feature: string, bin: string, ...values: number[]): Series => ({ labels: { feature, bin }, values });
const binned = (...list: Series[]) => binnedBy(list, ['feature'], 'bin');

test('each distribution stands beside its counterpart, those of one side alone too', () => {
  const pairs = sideBySide(binned(series('age', 'a', 1), series('work', 'a', 2)), binned(series('hours', 'a', 3)));
  expect(
    pairs.map(({ labels, liveTotal, referenceTotal }) => [labels['feature'], liveTotal[0], referenceTotal[0]]),
  ).toEqual([
    ['age', 1, NaN],
    ['work', 2, NaN],
    ['hours', NaN, 3],
  ]);
});

test('the counts of each bin follow those of the bin before, with nothing where a side lacks one', () => {
  const live = binned(series('age', 'a', 5, NaN, 1), series('age', 'b', NaN, NaN, 2));
  const reference = binned(series('age', 'b', 0.25, 0.25, 0.25), series('age', 'c', 0, 0, NaN));
  const [pair] = sideBySide(live, reference);
  expect(pair).toMatchObject({
    bins: ['a', 'b', 'c'],
    live: Float64Array.of(5, NaN, 1, NaN, NaN, 2, NaN, NaN, NaN),
    reference: Float64Array.of(NaN, NaN, NaN, 0.25, 0.25, 0.25, 0, 0, NaN),
    liveTotal: Float64Array.of(5, NaN, 3),
    referenceTotal: Float64Array.of(0.25, 0.25, 0.25),
    used: Float64Array.of(1, 1, 1),
  });
});

test('bins stand in the order that is asked for', () => {
  const [pair] = sideBySide(binned(series('age', 'a', 1), series('age', 'b', 2)), binned(), (bins) =>
    [...bins].reverse(),
  );
  expect(pair).toMatchObject({ bins: ['b', 'a'], live: Float64Array.of(2, 1) });
});
