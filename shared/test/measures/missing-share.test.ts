import { missingShareOf } from '../../src/measures/missing-share.ts';

test('invalid values count as seen but not as missing', () => {
  expect(missingShareOf(5, 5, 90)).toBe(0.05);
  expect(missingShareOf(3, 0, 0)).toBe(1);
  expect(missingShareOf(0, 0, 0)).toBeNaN();
});
