import { limitText, valueText } from '../../src/backend/mark-texts.ts';

test.each([
  [0.3123, 0.25, 'index', '0.31'],
  [0.2512, 0.25, 'index', '0.251'],
  [-0.31, 0.25, 'index', '-0.31'],
  [0.973, 0.1, 'share', '97%'],
  [1234.5, 1, 'seconds', '1235 s'],
  [0.0123, 0.5, 'per second', '0.012/s'],
  [0.250000001, 0.25, 'index', '0.25'],
] as const)('%p beside the limit %p as %s is %s', (value, limit, unit, text) => {
  expect(valueText(value, limit, unit)).toBe(text);
});

test('a limit is as exact as it was given', () => {
  expect([limitText(0.25, 'index'), limitText(0.125, 'share'), limitText(1.2345, 'seconds')]).toEqual([
    '0.25',
    '12.5%',
    '1.2345 s',
  ]);
});
