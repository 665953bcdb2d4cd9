import { addedTo, binnedBy, haveSameBins } from '../../src/distributions/binned-series.ts';

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
  const age = new Map([
    ['≤1', [1, 2]],
    ['>1', [3, NaN]],
  ]);
  const work = new Map([['other', [5, 6]]]);
  expect([...binned.values()]).toEqual([
    { labels: { feature: 'age' }, bins: age, profiles: [age] },
    { labels: { feature: 'work' }, bins: work, profiles: [work] },
  ]);
});

test('what several profiles counted is added up', () => {
  const series = (profile: string, bin: string, values: number[]) => ({
    labels: { feature: 'age', ml_profile_id: profile, bin },
    values,
  });
  const binned = binnedBy(
    [series('p', 'a', [1, 2, NaN]), series('q', 'a', [NaN, 3, NaN]), series('q', 'b', [5, 6, 7])],
    ['feature'],
    'bin',
  );
  const bins = new Map([
    ['a', [1, 5, NaN]],
    ['b', [5, 6, 7]],
  ]);
  const [p, q] = [
    new Map([['a', [1, 2, NaN]]]),
    new Map([
      ['a', [NaN, 3, NaN]],
      ['b', [5, 6, 7]],
    ]),
  ];
  expect([...binned.values()]).toEqual([{ labels: { feature: 'age' }, bins, profiles: [p, q] }]);
});

test('profiles have the same bins where all that have a value have it in the same ones', () => {
  const p = new Map([
    ['a', [1, 0, 1, NaN]],
    ['b', [1, 0, 1, NaN]],
  ]);
  const q = new Map([
    ['a', [2, NaN, 2, 2]],
    ['b', [0, NaN, NaN, NaN]],
  ]);
  expect([0, 1, 2, 3].map((index) => haveSameBins([p, q], index))).toEqual([true, true, false, true]);
  expect(haveSameBins([new Map([['a', [1]]]), new Map([['b', [1]]])], 0)).toBe(false);
  expect(haveSameBins([], 0)).toBe(true);
});

test.each([
  [1, 2, 3],
  [1, NaN, 1],
  [NaN, 2, 2],
  [NaN, undefined, NaN],
])('%p and %p are %p', (a, b, sum) => {
  expect(addedTo(a, b)).toBe(sum);
});
