import { build, caseFile, dataFile, faultsOf } from './build.ts';

test('texts stay as they are written', async () => {
  const { profile, warnings } = await build([caseFile('texts-like-times.jsonl')], { label: 'approved' });
  expect(profile.features).toMatchObject([
    { name: 'shift', categories: ['00:00', '08:00', '16:00'] },
    { name: 'code', kind: 'categorical', categories: ['007', '010', '7'] },
    { name: 'note', categories: ['late'] },
  ]);
  expect(warnings[0]).toBe(
    'Column code holds numbers with leading zeros, such as 007: it is categorical. Set `--numeric code` if that is wrong.',
  );
});

test.each(['rows.jsonl', 'rows.json'])('no value of %s becomes another', async (name) => {
  const rows = [
    '{"time":"08:00:00","day":"2025-01-01","quote":"say \\"hi\\"","big":12345678901234567890,"yes":true,"x":1.50}',
    '{"time":"16:00:00","day":"2025-01-02","quote":"\'","big":12345678901234567891,"yes":false,"x":null,"late":"z"}',
  ];
  const content = name.endsWith('.jsonl') ? rows.join('\n') : `[${rows.join(',\n')}]`;
  const { profile } = await build([dataFile(name, content)], { types: { big: 'categorical', x: 'categorical' } });
  expect(profile.features).toMatchObject([
    { name: 'time', categories: ['08:00:00', '16:00:00'] },
    { name: 'day', categories: ['2025-01-01', '2025-01-02'] },
    { name: 'quote', categories: ["'", 'say "hi"'] },
    { name: 'big', categories: ['12345678901234567890', '12345678901234567891'] },
    { name: 'yes', categories: ['false', 'true'] },
    { name: 'x', categories: ['1.5'], missing: 1 },
    { name: 'late', categories: ['z'], missing: 1 },
  ]);
});

test.each<[string, string, RegExp[]]>([
  ['lines.jsonl', '{"a":1}\nx\n{"a":\n5\n', [/^Lines 2, 3 and 4 of .* are not JSON objects: write one JSON object/]],
  ['scalar.jsonl', '{"a":1}\n5\n', [/^Line 2 of .* is not a JSON object/]],
  ['end.json', '[{"a":1},\n{"a":', [/end\.json is not complete/]],
  ['middle.json', '[{"a":1},\n{"a":}]', [/middle\.json is not JSON/]],
  ['element.json', '[{"a":1}, 5]', [/is not an array of objects, see element 2/]],
  ['nested.jsonl', '{"a":{"x":1},"b":[1],"c":1}\n', [/^Column a .* holds objects or lists/, /^Column b .* holds/]],
  [
    'names.jsonl',
    '{"a":1,"a":2,"B":1,"b":2}\n',
    [/^A row of .* has two values of a: write each key once/, /^Columns B and b of .* differ only in case/],
  ],
])('%s is refused', async (name, content, sentences) => {
  expect(await faultsOf([dataFile(name, content)])).toEqual(sentences.map((pattern) => expect.stringMatching(pattern)));
});
