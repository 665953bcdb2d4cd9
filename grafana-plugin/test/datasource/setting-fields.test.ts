import { durationProblem, limitProblem } from '../../src/datasource/setting-fields.ts';

test.each([undefined, '', '15s', '1h30m'])('%j is a duration or none', (text) => {
  expect(durationProblem(text)).toBeUndefined();
});

test('what is no duration and no limit says what is', () => {
  expect(durationProblem('soon')).toBe('Write a duration such as 15s or 5m.');
  expect(limitProblem(0)).toBe('Write a number above 0.');
  expect(limitProblem(5)).toBeUndefined();
  expect(limitProblem(undefined)).toBeUndefined();
});
