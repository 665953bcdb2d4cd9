import { hasLeadingZeros, numberOfText } from '../../src/profile/numeric-text.ts';

test.each([
  ['1', 1],
  [' -2.50e1\n', -25],
  ['+.5', 0.5],
  ['007', 7],
  ['1.', 1],
])('%p is a number', (text, number) => {
  expect(numberOfText(text)).toBe(number);
});

test.each(['', ' ', '.', 'e5', '1e', '0x10', '0b1', '1_000', 'Infinity', '1,5', '1 000', '१', '--1'])(
  '%p is none',
  (text) => {
    expect(numberOfText(text)).toBeNaN();
  },
);

test('numbers that would lose a leading zero', () => {
  expect(['007', ' -01.5', '00', '0', '0.5', '10', '0x', '00:15', '07/08'].map(hasLeadingZeros)).toEqual([
    ...[true, true, true],
    ...[false, false, false, false, false, false],
  ]);
});
