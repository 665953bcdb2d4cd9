import { differenceBetween, ratioBetween, smallestGroup } from '../../src/statistics/group-comparison.ts';

const german = [
  { group: 'female', numerator: 201, denominator: 310 },
  { group: 'male', numerator: 499, denominator: 690 },
];

test('published: German credit of the AIF360 demo, 0.896567328205', () => {
  expect(ratioBetween(german, { privileged: 'male' })).toBeCloseTo(0.896567328205, 12);
  expect(ratioBetween(german)).toBeCloseTo(0.896567328205, 12);
});

test("published: Fairlearn's example, parity ratio 0.6667", () => {
  const groups = [
    { group: 'a', numerator: 3, denominator: 4 },
    { group: 'b', numerator: 3, denominator: 6 },
    { group: 'c', numerator: 4, denominator: 8 },
  ];
  expect(ratioBetween(groups)).toBeCloseTo(2 / 3, 4);
  expect(ratioBetween(groups, { privileged: 'a' })).toBeCloseTo(0.5 / 0.75, 12);
});

test('can exceed one when the privileged group does worse', () => {
  expect(ratioBetween(german, { privileged: 'female' })).toBeGreaterThan(1);
});

test.each([
  ['no group', []],
  ['one group', [{ group: 'a', numerator: 1, denominator: 2 }]],
  [
    'a second group that nobody belongs to',
    [
      { group: 'a', numerator: 1, denominator: 2 },
      { group: 'b', numerator: 0, denominator: 0 },
    ],
  ],
  [
    'nobody selected',
    [
      { group: 'a', numerator: 0, denominator: 2 },
      { group: 'b', numerator: 0, denominator: 2 },
    ],
  ],
])('has no value with %s', (_what, groups) => {
  expect(ratioBetween(groups)).toBeNaN();
});

test('groups below the minimum are left out, also where all others are taken together', () => {
  const groups = [
    { group: 'a', numerator: 50, denominator: 100 },
    { group: 'b', numerator: 25, denominator: 100 },
    { group: 'c', numerator: 0, denominator: 3 },
  ];
  expect(ratioBetween(groups, { minimum: 10 })).toBeCloseTo(0.5, 12);
  expect(differenceBetween(groups, { minimum: 10 })).toBeCloseTo(0.25, 12);
  expect(smallestGroup(groups, { minimum: 10 })).toBe(100);
  expect(ratioBetween(groups, { minimum: 101 })).toBeNaN();
  expect(ratioBetween(groups, { privileged: 'c', minimum: 10 })).toBeNaN();
  expect(ratioBetween(groups, { privileged: 'a', minimum: 103 })).toBeNaN();
  expect(smallestGroup(groups, { minimum: 101 })).toBeNaN();
});
