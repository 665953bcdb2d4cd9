import { disparateImpactOf } from '../../src/measures/disparate-impact.ts';

const german = [
  { group: 'female', favourable: 201, total: 310 },
  { group: 'male', favourable: 499, total: 690 },
];

test('published: German credit of the AIF360 demo, 0.896567328205', () => {
  expect(disparateImpactOf(german, 'male')).toBeCloseTo(0.896567328205, 12);
  expect(disparateImpactOf(german)).toBeCloseTo(0.896567328205, 12);
});

test("published: Fairlearn's example, parity ratio 0.6667", () => {
  const groups = [
    { group: 'a', favourable: 3, total: 4 },
    { group: 'b', favourable: 3, total: 6 },
    { group: 'c', favourable: 4, total: 8 },
  ];
  expect(disparateImpactOf(groups)).toBeCloseTo(2 / 3, 4);
  expect(disparateImpactOf(groups, 'a')).toBeCloseTo(0.5 / 0.75, 12);
});

test('can exceed one when the privileged group does worse', () => {
  expect(disparateImpactOf(german, 'female')).toBeGreaterThan(1);
});

test.each([
  ['no group', []],
  ['one group', [{ group: 'a', favourable: 1, total: 2 }]],
  [
    'a second group that nobody belongs to',
    [
      { group: 'a', favourable: 1, total: 2 },
      { group: 'b', favourable: 0, total: 0 },
    ],
  ],
  [
    'nobody selected',
    [
      { group: 'a', favourable: 0, total: 2 },
      { group: 'b', favourable: 0, total: 2 },
    ],
  ],
])('has no value with %s', (_what, groups) => {
  expect(disparateImpactOf(groups)).toBeNaN();
});
