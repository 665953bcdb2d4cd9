import { csvOf } from '../../../src/pages/values/csv.ts';

test('fields that need it are quoted, and unknown numbers are empty', () => {
  expect(
    csvOf(
      ['bin', 'share'],
      [
        ['(25, 35]', 0.14],
        ['say "no"', NaN],
        ['a\nb', undefined],
      ],
    ),
  ).toBe('bin,share\r\n"(25, 35]",0.14\r\n"say ""no""",\r\n"a\nb",\r\n');
});

test('a name is no formula for a spreadsheet, and a negative number stays one', () => {
  expect(csvOf(['a'], [['=cmd()'], ['-x'], [-1]])).toBe("a\r\n'=cmd()\r\n'-x\r\n-1\r\n");
});
