import { isRow } from '../../src/profile/csv-header.ts';

test.each<[string, string[], string[][]]>([
  ['numbers like those below', ['20', '1000'], [['21', '1003']]],
  ['numbers and texts like those below', ['39', 'State-gov', '7.5'], [['50', 'Private', '8.5']]],
  ['a number and a missing one', ['?', '1'], [['4', '2']]],
  ['times', ['2025-01-01', 'x'], [['2025-01-02', 'y']]],
  ['e-mail addresses', ['a@example.com'], [['b@example.com']]],
  ['numbers with a decimal comma', ['0,5', 'x'], [['0,7', 'y']]],
  [
    'texts that occur again, each in its column',
    ['yes', 'Male'],
    [
      ['no', 'Male'],
      ['yes', 'Female'],
    ],
  ],
  ['a number alone', ['1', '2'], []],
])('a first line of %s is a row', (_what, first, rows) => {
  expect(isRow(first, rows)).toBe(true);
});

test.each<[string, string[], string[][]]>([
  ['names above numbers', ['age', 'income'], [['21', '1003']]],
  [
    'names above texts',
    ['name', 'city'],
    [
      ['Anna', 'Rome'],
      ['Bob', 'Oslo'],
    ],
  ],
  [
    'a year among names',
    ['city', '2019'],
    [
      ['Rome', 'x'],
      ['Oslo', 'y'],
    ],
  ],
  ['a year beside a name above numbers', ['age', '2019'], [['21', '5']]],
  [
    'one name that occurs below',
    ['sex', 'x'],
    [
      ['Male', 'x'],
      ['Female', 'y'],
    ],
  ],
  ['names alone', ['a', 'b'], []],
  ['nothing above numbers', ['', ''], [['1', '2']]],
])('%s are a header', (_what, first, rows) => {
  expect(isRow(first, rows)).toBe(false);
});
