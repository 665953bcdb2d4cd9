import { percent } from '../../src/values/percent.ts';

test.each([
  [0, '0 %'],
  [1, '100 %'],
  [0.4206, '42.1 %'],
  [0.99999, 'over 99.9 %'],
  [0.00001, 'under 0.1 %'],
])('%d is %s', (share, text) => {
  expect(percent(share)).toBe(text);
});
