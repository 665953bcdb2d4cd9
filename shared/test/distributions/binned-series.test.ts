import { binnedBy } from '../../src/distributions/binned-series.ts';

test('the series of one subject become its bins', () => {
  const binned = binnedBy(
    [
      { labels: { feature: 'age', bin: '≤1' }, values: [1, 2] },
      { labels: { feature: 'work', bin: 'other' }, values: [5, 6] },
      { labels: { feature: 'age', bin: '>1' }, values: [3, NaN] },
    ],
    ['feature'],
    'bin',
  );
  expect([...binned.values()]).toEqual([
    {
      labels: { feature: 'age' },
      bins: new Map([
        ['≤1', [1, 2]],
        ['>1', [3, NaN]],
      ]),
    },
    { labels: { feature: 'work' }, bins: new Map([['other', [5, 6]]]) },
  ]);
});
