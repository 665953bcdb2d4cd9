import { csvRecords, CsvScanner, type CsvRecord } from '../../src/profile/csv-scanner.ts';

const COMMA = { delimiter: ',', quote: '"' };
const fields = (text: string) => csvRecords(text, COMMA).map((record) => record.fields);

test.each<[string, string, string[][]]>([
  [
    'line feeds',
    'a,b\n1,2\n',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'carriage returns',
    'a,b\r1,2\r',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'both, and no break at the end',
    'a,b\r\n1,2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'empty fields',
    ',\n,',
    [
      ['', ''],
      ['', ''],
    ],
  ],
  ['quotes around delimiters, breaks and quotes', '"a,b","c\nd","say ""hi"""\n', [['a,b', 'c\nd', 'say "hi"']]],
  ['quotes within a plain field', 'x"y,5" pipe\n', [['x"y', '5" pipe']]],
  ['an empty quoted field', '""\n', [['']]],
])('%s', (_what, text, records) => {
  expect(fields(text)).toEqual(records);
});

test('a record names the line in which it begins, also after a break within quotes', () => {
  const records = csvRecords('a,b\r\n"x\r\ny",1\r\n2,3\r\n\r\n4\r\n', COMMA);
  expect(records.map(({ line, size }) => [line, size])).toEqual([
    [1, 2],
    [2, 2],
    [4, 2],
    [5, 0],
    [6, 1],
  ]);
});

test.each(['"x"y,1\n', '1,"x\n2,3\n', '"x" ,1\n'])('%j has a field that does not end at its quote', (text) => {
  expect(csvRecords(text, COMMA)[0]).toMatchObject({ misquoted: true, line: 1 });
});

test('pieces of any length give the same records', () => {
  const text = 'a,"b ""q"""\r\n"1\r\n1",2\r\n\r\nx"y,é\r\n';
  const whole = csvRecords(text, COMMA);
  for (let length = 1; length < text.length; length++) {
    const records: CsvRecord[] = [];
    const scanner = new CsvScanner(COMMA, (record) => records.push(record), true);
    for (let i = 0; i < text.length; i += length) scanner.push(text.slice(i, i + length));
    scanner.end();
    expect(records).toEqual(whole);
  }
});
