import { badness } from '../../../src/panels/common/badness.ts';

test('worse is more, by the side of the limits, and by the distance from zero without any', () => {
  expect(badness(0.3, { side: 'above', critical: 0.25 })).toBe(0.3);
  expect(badness(0.3, { side: 'below', critical: 0.8 })).toBe(-0.3);
  expect(badness(-2, undefined)).toBe(2);
  expect(badness(NaN, undefined)).toBe(-Infinity);
});
