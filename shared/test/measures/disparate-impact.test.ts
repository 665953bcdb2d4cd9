import { disparateImpactOf } from '../../src/measures/disparate-impact.ts';

const german = [
  { group: 'female', hits: 201, trials: 310 },
  { group: 'male', hits: 499, trials: 690 },
];

test('published: German credit of the AIF360 demo, 0.896567328205', () => {
  expect(disparateImpactOf(german, 'male')).toBeCloseTo(0.896567328205, 12);
  expect(disparateImpactOf(german)).toBeCloseTo(0.896567328205, 12);
});

test("published: Fairlearn's example, parity ratio 0.6667", () => {
  const groups = [
    { group: 'a', hits: 3, trials: 4 },
    { group: 'b', hits: 3, trials: 6 },
    { group: 'c', hits: 4, trials: 8 },
  ];
  expect(disparateImpactOf(groups)).toBeCloseTo(2 / 3, 4);
  expect(disparateImpactOf(groups, 'a')).toBeCloseTo(0.5 / 0.75, 12);
});

test('can exceed one when the privileged group does worse', () => {
  expect(disparateImpactOf(german, 'female')).toBeGreaterThan(1);
});

test.each([
  ['no group', []],
  ['one group', [{ group: 'a', hits: 1, trials: 2 }]],
  [
    'a second group that nobody belongs to',
    [
      { group: 'a', hits: 1, trials: 2 },
      { group: 'b', hits: 0, trials: 0 },
    ],
  ],
  [
    'nobody selected',
    [
      { group: 'a', hits: 0, trials: 2 },
      { group: 'b', hits: 0, trials: 2 },
    ],
  ],
])('has no value with %s', (_what, groups) => {
  expect(disparateImpactOf(groups)).toBeNaN();
});
