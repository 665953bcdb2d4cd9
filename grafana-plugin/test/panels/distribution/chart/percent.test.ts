import { percent } from '../../../../src/panels/distribution/chart/percent.ts';

test.each([
  [0, '0%'],
  [0.005, '0.5%'],
  [0.015, '1.5%'],
  [0.07, '7%'],
  [0.125, '13%'],
  [0.15000000000000002, '15%'],
  [1, '100%'],
])('%d is %s', (share, text) => {
  expect(percent(share)).toBe(text);
});
