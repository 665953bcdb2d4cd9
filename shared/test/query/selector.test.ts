import { parseSelector } from '../../src/query/selector.ts';

test.each([
  ['h', { name: 'h', matchers: [] }],
  ['job:h:rate5m{}', { name: 'job:h:rate5m', matchers: [] }],
  ['h{job="api"}', { name: 'h', matchers: [{ label: 'job', operator: '=', value: 'api' }] }],
  [
    ' h { a != "1" , b=~"2.*", c!~"3|4", } ',
    {
      name: 'h',
      matchers: [
        { label: 'a', operator: '!=', value: '1' },
        { label: 'b', operator: '=~', value: '2.*' },
        { label: 'c', operator: '!~', value: '3|4' },
      ],
    },
  ],
])('%s', (text, selector) => {
  expect(parseSelector('selector', text)).toEqual(selector);
});

test.each([
  ['"a\\"b"', 'a"b'],
  ['"a\\\\b\\n"', 'a\\b\n'],
  ["'it\\'s \"x\"'", 'it\'s "x"'],
  ['`raw \\ text`', 'raw \\ text'],
  ['"}"', '}'],
  ['""', ''],
])('the value of h{a=%s} is free of quotes and escapes', (literal, value) => {
  expect(parseSelector('selector', `h{a=${literal}}`).matchers).toEqual([{ label: 'a', operator: '=', value }]);
});

test.each([
  '',
  '{job="api"}',
  'h{job="api"',
  'h[5m]',
  'h offset 5m',
  'rate(h[5m])',
  'h + h',
  'h or vector(1)',
  'h{job="api"} # comment',
  'h{job}',
])('%j is no selector', (text) => {
  expect(() => parseSelector('of.selector', text)).toThrow(
    `of.selector is ${JSON.stringify(text)}: give the name of a metric and its labels, such as`,
  );
});
