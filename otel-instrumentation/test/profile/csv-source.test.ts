import { build, caseFile, dataFile, faultsOf } from './build.ts';

test('a ragged line is refused and named, with and without a label', async () => {
  const sentence = expect.stringMatching(/^Line 212 of .*ragged\.csv has 4 fields, and the header has 3: put quotes/);
  expect(await faultsOf([caseFile('ragged.csv')])).toEqual([sentence]);
  expect(await faultsOf([caseFile('ragged.csv')], { label: 'approved' })).toEqual([sentence]);
});

test('of many ragged lines the first and their number are named', async () => {
  const lines = Array.from({ length: 100 }, (_, i) => (i % 10 === 0 ? '1' : `${i},2`));
  const [sentence] = await faultsOf([dataFile('ragged.csv', `a,b\n${lines.join('\n')}\n`)]);
  expect(sentence).toMatch(/^Lines 2, 12, 22 and 7 more of .* have more or fewer fields, and the header has 2/);
});

test('faults of names, lines and columns come together', async () => {
  const path = dataFile('faults.csv', 'a,b,c\n1,x,\n2,y\n"3"4,z,\nn/a,0,\n');
  expect(await faultsOf([path])).toEqual([
    expect.stringMatching(/^Line 3 of .* has 2 fields/),
    expect.stringMatching(/^Line 4 of .* has a quoted field that does not end at its quote/),
    expect.stringContaining('Column a mixes 2 numbers with 1 texts such as "n/a"'),
    expect.stringContaining('Column b mixes 1 numbers with 2 texts such as "x"'),
    expect.stringContaining('Column c is empty in every row'),
  ]);
  expect(await faultsOf([dataFile('names.csv', 'a,A,,b,b\n1,2,3,4,5\n1,2\n')])).toEqual([
    expect.stringMatching(/^Columns a and A of .* differ only in case: name each column once\./),
    expect.stringMatching(/^Column 3 of .* has no name/),
    expect.stringMatching(/^Two columns of .* are called b/),
    expect.stringMatching(/^Line 3 of .* has 2 fields, and the header has 5/),
  ]);
});

test('a file without a header is refused, and takes one from the option', async () => {
  const path = caseFile('no-header.csv');
  const sentence = expect.stringMatching(/no-header\.csv has no header, its first line holds "20" .* `--header /);
  expect(await faultsOf([path])).toEqual([sentence]);
  expect(await faultsOf([path], { label: 'approved' })).toEqual([sentence]);
  const { profile } = await build([path], { label: 'approved' }, { header: ['age', 'income', 'approved'] });
  expect([profile.rows, profile.features.map(({ name }) => name)]).toEqual([200, ['age', 'income']]);
  expect((await faultsOf([path], {}, { header: ['age', 'income'] }))[0]).toMatch(
    /^`--header` names 2 columns, and most lines of .*no-header\.csv have 3:/,
  );
});

test('a header of names over texts is one', async () => {
  const { profile } = await build([dataFile('texts.csv', 'name,city\nAnna,Rome\nBob,Oslo\n')]);
  expect(profile.features.map(({ name }) => name)).toEqual(['name', 'city']);
});

test.each<[string, string, object, RegExp[]]>([
  ['semicolons', 'a;b\n1;x\n2;y\n', {}, [/is read with the delimiter semicolon\. Set `--delimiter`/]],
  ['semicolons that are given', 'a;b\n1;x\n2;y\n', { delimiter: ';' }, []],
  ['single quotes', "a,b\n1,'x'\n2,'y'\n", {}, [/is read with the quote '\. Set `--quote`/]],
  ['single quotes that are given', "a,b\n1,'x'\n2,'y'\n", { quote: "'" }, []],
  ['carriage returns', 'a,b\r1,x\r2,y\r', {}, []],
  ['line ends of several kinds', 'a,b\r\n1,x\n2,y\r\n', {}, []],
  ['blank lines', '\n\na,b\n1,x\n\n2,y\n\n', {}, []],
])('%s are read, with a word about what is guessed', async (what, content, options, words) => {
  const { profile, warnings } = await build([dataFile(`${what}.csv`, content)], {}, options);
  expect(profile).toMatchObject({ rows: 2, features: [{ name: 'a', maximum: 2 }, { categories: ['x', 'y'] }] });
  expect(warnings).toEqual(words.map((pattern) => expect.stringMatching(pattern)));
});

test('a tab divides a .tsv file without a word', async () => {
  const { profile, warnings } = await build([dataFile('tabs.tsv', 'a\tb\n1\tx\n2\ty\n')]);
  expect([profile.features.length, warnings]).toEqual([2, []]);
});

test('quoted fields hold delimiters, breaks and quotes; without quotes they are plain characters', async () => {
  const quoted = dataFile('quoted.csv', 'a,b\n1,"x\ny"\n2,"p,q"\n3,"say ""hi"""\n4,it"s\n');
  const { profile } = await build([quoted]);
  expect(profile.features[1]).toMatchObject({ categories: ['it"s', 'p,q', 'say "hi"', 'x\ny'] });
  const plain = dataFile('plain.csv', 'a,b\n1,"x\n2,y"\n');
  const read = await build([plain], {}, { quote: '\0' });
  expect(read.profile.features[1]).toMatchObject({ categories: ['"x', 'y"'] });
});

test('an empty line of a single column is a missing value', async () => {
  const { profile } = await build([dataFile('single.csv', 'a\n1\n\n3\n')]);
  expect(profile).toMatchObject({ rows: 3, features: [{ missing: 1 }] });
});
