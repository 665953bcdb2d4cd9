import { parseStatistics } from '../../src/profile/statistics.ts';

const line = '{"column_name":null,"statistic":"rows","count":7}';

test('an array and one JSON object a line are the same', () => {
  expect(parseStatistics(`${line}\n${line}\n`)).toEqual(parseStatistics(`[${line}, ${line}]`));
});

test('names may be in capitals and numbers may be texts, as warehouses write them', () => {
  const [statistic] = parseStatistics('[{"COLUMN_NAME":"age","STATISTIC":"mean","NUMBER":"38.5","COUNT":null}]');
  expect(statistic).toEqual({ column_name: 'age', statistic: 'mean', number: 38.5, count: null });
});

test.each<[string, RegExp]>([
  ['nothing that is JSON', /This is not JSON: give the rows that the SQL/],
  ['[{"statistic":"rows"}]', /Row 1 is not a statistic/],
  ['[{"column_name":"a","statistic":"mode","count":1}]', /Row 1 is not a statistic/],
  ['[{"column_name":"a","statistic":"present","count":-1}]', /Row 1 is not a statistic/],
])('refuses %s', (text, sentence) => {
  expect(() => parseStatistics(text)).toThrow(sentence);
});
