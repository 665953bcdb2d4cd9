import { guessDialect } from '../../src/profile/csv-dialect.ts';

test.each<[string, string, string, string]>([
  ['commas', 'a,b\n1,2\n', ',', '"'],
  ['tabs', 'a\tb\n1,5\t2\n', '\t', '"'],
  ['semicolons beside decimal commas', 'a;b\n1,5;2,5\n', ';', '"'],
  ['bars', 'a|b\n1|2\n', '|', '"'],
  ['spaces', 'a b\n1 2\n3 4\n', ' ', '"'],
  ['a single column of sentences', 'text\nhello, you\nfine, thanks, and you\n', ',', '"'],
  ['a few ragged lines', `a,b\n${'1,2\n'.repeat(20)}1,2,3\n`, ',', '"'],
  ['many ragged lines', 'a;b;c\n1;2\n3;4;5\n6\n7;8\n', ';', '"'],
  ['ragged lines of numbers between spaces', 'a b c\n1 2\n3 4 5\n6 7 8\n9 1\n', ' ', '"'],
  ['names of people', 'name\nAnna Smith\nBob Jones\n', ',', '"'],
  ['a delimiter in the header alone', 'notes, if any\nx\ny\n', ',', '"'],
  ['delimiters within quotes', 'a;b\n"x;y";1\n"z;;";2\n', ';', '"'],
  ['single quotes', "a,b\n'x,y',1\n'z',2\n", ',', "'"],
  ['an apostrophe', "a,b\n'tis,1\nit's,2\n", ',', '"'],
])('%s', (_what, text, delimiter, quote) => {
  expect(guessDialect(text, {})).toEqual({ delimiter, quote });
});

test('what is given is taken', () => {
  expect(guessDialect('a,b;c\n1,2;3\n', { delimiter: ';', quote: "'" })).toEqual({ delimiter: ';', quote: "'" });
});
