import { plain, quoted } from '../../src/values/quoted.ts';

test.each([
  ['age', '"age"'],
  ['日本 age', '"日本 age"'],
  ['a"b\\c\nd', '"a\\"b\\\\c\\nd"'],
  ['\u001b[31mred', '"\\u001b[31mred"'],
  ['\u009b31m and \u202eright', '"\\u009b31m and \\u202eright"'],
  ['\ud800', '"\\ud800"'],
])('%j is shown as %s', (text, shown) => {
  expect(quoted(text)).toBe(shown);
});

test('a long text is cut', () => {
  expect(quoted('x'.repeat(200))).toBe(`"${'x'.repeat(59)}…"`);
});

test.each([
  ['income-2.1', 'income-2.1'],
  ['', '""'],
  ['two words', '"two words"'],
  ['\u001b[0m', '"\\u001b[0m"'],
])('%j without quotes where none are needed is %s', (text, shown) => {
  expect(plain(text)).toBe(shown);
});
