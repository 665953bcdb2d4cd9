import {
  differenceOfExtremes,
  differenceToReference,
  ratioOfExtremes,
  ratioToReference,
  smallestGroup,
} from '../../src/statistics/group-comparison.ts';

const rate = (numerator: number, denominator: number) => ({ numerator, denominator });
const [female, male] = [rate(201, 310), rate(499, 690)];

test('published: German credit of the AIF360 demo, 0.896567328205 and −0.0748013090229', () => {
  expect(ratioToReference(female, male)).toBeCloseTo(0.896567328205, 12);
  expect(ratioOfExtremes([female, male])).toBeCloseTo(0.896567328205, 12);
  expect(differenceToReference(female, male)).toBeCloseTo(-0.0748013090229, 12);
});

test("published: Fairlearn's example, parity ratio 0.6667", () => {
  const [a, b, c] = [rate(3, 4), rate(3, 6), rate(4, 8)];
  expect(ratioOfExtremes([a, b, c])).toBeCloseTo(2 / 3, 4);
  expect([b, c].map((group) => ratioToReference(group, a))).toEqual([0.5 / 0.75, 0.5 / 0.75]);
});

test('each group is compared by itself: what one gains does not hide what another loses', () => {
  const [reference, gains, loses] = [rate(50, 100), rate(400, 500), rate(20, 100)];
  expect(ratioToReference(gains, reference)).toBeCloseTo(1.6, 12);
  expect(ratioToReference(loses, reference)).toBeCloseTo(0.4, 12);
});

test.each([
  ['no group', []],
  ['one group', [rate(1, 2)]],
  ['a second group that nobody belongs to', [rate(1, 2), rate(0, 0)]],
  ['nobody selected', [rate(0, 2), rate(0, 2)]],
])('a ratio of extremes has no value with %s', (_what, groups) => {
  expect(ratioOfExtremes(groups)).toBeNaN();
});

test.each([
  ['an empty group', rate(0, 0), rate(1, 2)],
  ['an empty reference group', rate(1, 2), rate(0, 0)],
  ['nobody selected in the reference group', rate(1, 2), rate(0, 2)],
])('a ratio to the reference group has no value with %s', (_what, group, reference) => {
  expect(ratioToReference(group, reference)).toBeNaN();
});

test('groups below the minimum are left out', () => {
  const [a, b, c] = [rate(50, 100), rate(25, 100), rate(0, 3)];
  expect(ratioOfExtremes([a, b, c], 10)).toBeCloseTo(0.5, 12);
  expect(differenceOfExtremes([a, b, c], 10)).toBeCloseTo(0.25, 12);
  expect(smallestGroup([a, b, c], 10)).toBe(100);
  expect(ratioOfExtremes([a, b, c], 101)).toBeNaN();
  expect(smallestGroup([a, b, c], 101)).toBeNaN();
  for (const compare of [ratioToReference, differenceToReference]) {
    expect(compare(a, b, 100)).not.toBeNaN();
    expect(compare(c, a, 10)).toBeNaN();
    expect(compare(a, c, 10)).toBeNaN();
  }
});
