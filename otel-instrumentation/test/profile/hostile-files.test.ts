import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { Database } from '../../src/profile/database.ts';
import type { ProfileRequest } from '../../src/profile/profile-request.ts';
import { build, faultsOf } from './build.ts';

let folder: string;
let home: string;
beforeAll(() => {
  home = process.cwd();
  folder = mkdtempSync(join(tmpdir(), 'driftline-hostile-'));
  process.chdir(folder);
});
afterAll(() => {
  process.chdir(home);
  rmSync(folder, { recursive: true });
});

/** Words of the database, which say nothing to who does not know it. */
const FOREIGN = /duckdb|binder|catalog|parser error|invalid input|conversion error|read_csv|read_json|NODE_DEBUG/i;

const numbers = Array.from({ length: 60 }, (_, i) => i);
const rows = numbers.map((i) => [i % 17, `k${i % 3}`, ((i * 1.5) % 7).toString()] as const);
const csv = (header = 'a,b,c', delimiter = ',', end = '\n'): string =>
  [header, ...rows.map((row) => row.join(','))].map((line) => line.replaceAll(',', delimiter) + end).join('');
const objects = rows.map(([a, b, c]) => ({ a, b, c: Number(c) }));
const jsonl = (end = '\n'): string => objects.map((row) => JSON.stringify(row) + end).join('');
const texts = (text: (i: number) => string): string => `a,b\n${numbers.map((i) => `${i % 7},${text(i)}\n`).join('')}`;

function file(name: string, content: string | Buffer): string {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
  return name;
}

test.each<[name: string, content: string | Buffer, ...sentences: string[]]>([
  ['ragged.csv', csv().replace('\n3,k0', '\n3,k0,9'), 'Line 5 of ragged.csv has 4 fields, and the header has 3'],
  ['short.csv', 'a,b\n1,2\n1\n3,4\n', 'Line 3 of short.csv has 1 field, and the header has 2'],
  ['unclosed.csv', csv().replace('k1', '"k1'), 'Line 3 of unclosed.csv has a quoted field that does not end'],
  ['no-header.csv', csv().slice(6), 'no-header.csv has no header'],
  [
    'title.csv',
    `Monthly report\n\n${csv()}`,
    'The first line of title.csv has 1 column, and most lines of title.csv have 3',
  ],
  ['comment.csv', `# made by x\n# today\n${csv()}`, 'The first line of comment.csv has 1 column'],
  ['row-names.csv', texts((i) => `x,${i}`), 'The first line of row-names.csv has 2 columns, and most lines'],
  ['twice.csv', csv('a,a,c'), 'Two columns of twice.csv are called a'],
  ['spaces.csv', csv('a, a,c'), 'Two columns of spaces.csv are called a'],
  ['case.csv', csv('a,A,c'), 'Columns a and A of case.csv differ only in case'],
  ['nameless.csv', csv('a,,c'), 'Column 2 of nameless.csv has no name'],
  ['long-name.csv', csv(`${'n'.repeat(300)},b,c`), 'Column 1 of long-name.csv has a name of 300 characters'],
  ['mixed.csv', csv().replace('\n5,', '\nfive,'), 'Column a mixes 59 numbers with 1 texts such as "five"'],
  [
    'overflow.csv',
    csv().replace('\n5,', '\n1e999,'),
    'Column a holds numbers that are too large to be measured, such as 1e999',
  ],
  ['comma.csv', csv('a;b;c', ';').replaceAll('.', ','), 'Column c holds numbers with a decimal comma'],
  ['short.csv.gz', gzipSync(csv().repeat(50)).subarray(0, 60), 'short.csv.gz ends in the middle: its gzip data'],
  [
    'short.csv.zst',
    zstdCompressSync(csv().repeat(50)).subarray(0, 60),
    'short.csv.zst ends in the middle: its zstd data',
  ],
  ['page.csv', '<!DOCTYPE html><html><body>404</body></html>', 'page.csv is an HTML page'],
  ['part.csv', '\n\n <div>Not found</div>\n<p>a,b</p>\n', 'part.csv is an HTML page'],
  ['login.json', '<html><head></head></html>', 'login.json is an HTML page'],
  [
    'long-line.csv',
    texts((i) => (i === 0 ? 'x'.repeat(3_000_000) : 'y')),
    'Line 2 of long-line.csv is longer than 2 MB',
  ],
  ['zero.csv', csv().replace('k1', 'k\0'), 'Line 3 of zero.csv holds a character of code 0'],
  ['binary.csv', Buffer.from([0x80, 4, 0, 1, 2, 0, 0, 3, 4, 5]), 'binary.csv is binary'],
  ['tar.csv', Buffer.from(`data.csv${'\0'.repeat(249)}ustar${'\0'.repeat(200)}${csv()}`), 'tar.csv is a tar archive'],
  ['bzip2.csv.bz2', 'BZh91AY&SY…', 'bzip2.csv.bz2 is compressed with bzip2'],
  ['xz.csv.xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4]), 'xz.csv.xz is compressed with xz'],
  ['book.csv', Buffer.from('PK\u0003\u0004...'), 'book.csv is a ZIP archive or an Excel workbook'],
  ['empty.csv', '', 'empty.csv is empty'],
  ['blank.csv', '\n\n  \n', 'blank.csv is empty'],
  ['header.csv', 'a,b,c', 'header.csv has a header and no rows'],
  ['empty-array.json', ' [ ]\n', 'empty-array.json has no rows with values'],
  ['empty-objects.jsonl', '{}\n{}\n', 'empty-objects.jsonl has no rows with values'],
  [
    'nested.json',
    JSON.stringify([{ a: 1, d: { e: 1 }, f: [1] }]),
    'Column d of nested.json holds objects',
    'Column f of nested.json',
  ],
  ['object.json', JSON.stringify({ data: objects }, null, 1), 'object.json is one JSON object over several lines'],
  ['arrays.json', JSON.stringify(rows), 'arrays.json is not an array of objects, see element 1'],
  ['numbers.jsonl', '1\n2\n', 'Lines 1 and 2 of numbers.jsonl are not JSON objects'],
  [
    'half.jsonl',
    '{"a":1,"b":"\\ud800x"}\n',
    'half.jsonl has lines that are longer than 16 MB, or texts with half a character',
  ],
  ['keys.jsonl', '{"a":1,"a":2}\n{"a":1}\n', 'A row of keys.jsonl has two values of a'],
  ['case.jsonl', '{"a":1,"A":2}\n', 'Columns a and A of case.jsonl differ only in case'],
  ['damaged.parquet', 'PAR1 and no more PAR1', 'damaged.parquet is a damaged Parquet file'],
  ['text.parquet', csv(), 'text.parquet is not a Parquet file'],
  [
    'all.csv',
    'a,a,\n1,2,3\n1,2,3\n3\n1,2,3\n"x,4,5\n',
    'Two columns of all.csv are called a',
    'Column 3 of all.csv has no name',
    'Line 4 of all.csv has 1 field',
    'Line 6 of all.csv has a quoted field that does not end',
  ],
])('%s is refused, with all its faults', async (name, content, ...sentences) => {
  const faults = await faultsOf([file(name, content)]);
  expect(faults).toEqual(sentences.map((sentence) => expect.stringContaining(sentence)));
  expect(faults.join(' ')).not.toMatch(FOREIGN);
});

test.each<[name: string, content: string | Buffer, warning: RegExp | undefined]>([
  ['plain.csv', csv(), undefined],
  ['cr.csv', csv('a,b,c', ',', '\r'), undefined],
  ['mixed-ends.csv', csv().replace('\n3,', '\r3,').replace('\n7,', '\r\n7,'), undefined],
  ['cr.jsonl', jsonl('\r'), undefined],
  ['mark.jsonl', `\ufeff${jsonl()}`, undefined],
  ['mark.json', `\ufeff${JSON.stringify(objects)}`, undefined],
  ['utf-16.jsonl', Buffer.from(`\ufeff${jsonl('\r\n')}`, 'utf16le'), undefined],
  ['utf-16.csv', Buffer.from(csv(), 'utf16le'), /is read as utf-16le. Set `--encoding`/],
  ['utf-16be.csv', Buffer.from(csv(), 'utf16le').swap16(), /is read as utf-16be. Set `--encoding`/],
  ['packed-twice.csv.gz', gzipSync(gzipSync(csv())), undefined],
  ['semicolon.csv', csv('a;b;c', ';'), /delimiter semicolon. Set `--delimiter`/],
  ['caret.csv', csv('a^b^c', '^'), /delimiter \^. Set `--delimiter`/],
  ['spreadsheet.csv', `sep=;\n${csv('a;b;c', ';')}`, /delimiter semicolon/],
  ['spaced.csv', csv('a, b , c'), undefined],
  ['single-quoted.csv', csv().replaceAll(/k(\d)/g, "'k$1'"), /with the quote '. Set `--quote`/],
  ['[literal]*{a,b}.csv', csv(), undefined],
  ['hive/a=1/b=2/rows.csv', csv(), undefined],
])('%s is read like plain.csv', async (name, content, warning) => {
  const { profile, warnings } = await build([file(name, content)]);
  expect(profile.rows).toBe(60);
  expect(profile.features).toMatchObject([
    { name: 'a', kind: 'numeric', minimum: 0, maximum: 16 },
    { name: 'b', kind: 'categorical', categories: ['k0', 'k1', 'k2'], counts: [20, 20, 20] },
    { name: 'c', kind: 'numeric' },
  ]);
  expect(warnings).toEqual(warning === undefined ? [] : [expect.stringMatching(warning)]);
});

test.each<[what: string, text: (i: number) => string, categories: string[]]>([
  ['escaped quotes', (i) => `"say \\"hi\\" ${i % 2}"`, ['say "hi" 0', 'say "hi" 1']],
  ['delimiters after them', (i) => `"x\\", y ${i % 2}"`, ['x", y 0', 'x", y 1']],
  ['escaped backslashes', (i) => `"\\"c:\\\\dir\\\\\\"${i % 2}"`, ['"c:\\dir\\"0', '"c:\\dir\\"1']],
  ['doubled quotes', (i) => `"say ""hi"" ${i % 2}"`, ['say "hi" 0', 'say "hi" 1']],
  ['backslashes that mean nothing', (i) => `"c:\\dir ${i % 2}"`, ['c:\\dir 0', 'c:\\dir 1']],
  ['line breaks', (i) => `"a\nb ${i % 2}"`, ['a\nb 0', 'a\nb 1']],
])('quoted texts with %s are read', async (what, text, categories) => {
  const { profile } = await build([file(`${what}.csv`, texts(text))]);
  expect(profile.features[1]).toMatchObject({ categories, counts: [30, 30] });
});

test('a file that is read as one column although its name looks like several says how to divide it', async () => {
  const { warnings } = await build([file('colon.csv', csv('a:b:c', ':'))], { keep: ['a:b:c'] });
  expect(warnings).toContainEqual('colon.csv is read as one column, a:b:c. Set `--delimiter` if that is wrong.');
});

test('faults of several files come together, and a file that is named twice is read once', async () => {
  const faults = await faultsOf([
    file('several-1.csv', 'a,b\n1,2\n1\n3,4\n'),
    file('several-2.csv', ''),
    file('several-3.csv', '<html>'),
    'several-4.csv',
  ]);
  expect(faults).toEqual([
    expect.stringContaining('There is no file several-4.csv'),
    expect.stringContaining('several-2.csv is empty'),
    expect.stringContaining('several-3.csv is an HTML page'),
    expect.stringContaining('Line 3 of several-1.csv has 1 field'),
  ]);
  const { profile } = await build([file('same.csv', csv()), './same.csv', join(folder, 'sam*.csv')]);
  expect(profile.rows).toBe(60);
});

test.each<[Partial<ProfileRequest>, Parameters<typeof build>[2], string]>([
  [{}, { delimiter: ';', quote: ';' }, '";" cannot be both delimiter and quote'],
  [{}, { header: ['x', 'y'] }, '`--header` names 2 columns, and most lines of options.csv have 3'],
  [{}, { header: ['x', 'x', 'y'] }, 'Two columns of options.csv are called x'],
  [{}, { format: 'parquet' }, 'options.csv is not a Parquet file'],
  [{}, { format: 'jsonl' }, 'of options.csv are not JSON objects'],
  [{ label: 'z' }, {}, '--label names the column z'],
])('with %j and %j, options that do not fit are named', async (request, options, sentence) => {
  const faults = await faultsOf([file('options.csv', csv())], request, options);
  expect(faults).toEqual([expect.stringContaining(sentence)]);
});

test('texts that no label can hold are counted in other, and classes and groups of that length are refused', async () => {
  const path = file(
    'long-texts.csv',
    texts((i) => (i % 3 === 0 ? 'short' : 'z'.repeat(250))),
  );
  const { profile, warnings } = await build([path]);
  expect(profile.features[1]).toMatchObject({ categories: ['short'], counts: [20], other: 40 });
  expect(warnings).toEqual([expect.stringContaining('1 categories of column b are longer than 200 characters')]);
  expect(await faultsOf([path], { label: 'b' })).toEqual([
    expect.stringContaining('Column b has a class of 250 characters'),
  ]);
  expect(await faultsOf([path], { groups: ['b'] })).toEqual([
    expect.stringContaining('Column b has a group of 250 characters'),
  ]);
});

describe('Parquet', () => {
  async function parquet(name: string, select: string): Promise<string> {
    const database = await Database.open(mkdtempSync(join(folder, 'database-')));
    await database.run(`COPY (${select} FROM range(60) AS r(i)) TO '${join(folder, name)}'`);
    database.close();
    return name;
  }

  test('numbers, truth values, texts and times of all types are read', async () => {
    const path = await parquet(
      'types.parquet',
      `SELECT (i % 5)::DECIMAL(10, 2) AS price, (i * 1000)::HUGEINT AS large, i % 2 = 0 AS flag, (i % 4)::FLOAT AS f,
        DATE '2024-01-01' + (i % 3)::INTEGER AS day, TIMESTAMP '2024-01-01' + INTERVAL (i) HOUR AS moment,
        ('a' || i % 2)::ENUM ('a0', 'a1') AS kind, CASE WHEN i % 6 = 0 THEN 'nan'::DOUBLE ELSE i END AS holes`,
    );
    const { profile, warnings } = await build([path]);
    expect(profile.features).toMatchObject([
      { name: 'price', kind: 'numeric', maximum: 4 },
      { name: 'large', kind: 'numeric', maximum: 59_000 },
      { name: 'flag', categories: ['false', 'true'] },
      { name: 'f', kind: 'numeric', maximum: 3 },
      { name: 'day', categories: ['2024-01-01', '2024-01-02', '2024-01-03'] },
      { name: 'kind', categories: ['a0', 'a1'] },
      { name: 'holes', kind: 'numeric', missing: 10 },
    ]);
    expect(profile.excluded).toEqual(['moment']);
    expect(warnings).toEqual([expect.stringContaining('Column moment is left out: it holds about')]);
  });

  test('lists, objects and bytes, infinities and missing rows are refused', async () => {
    const nested = await parquet(
      'nested.parquet',
      `SELECT i, [i] AS l, {'a': i} AS s, MAP {'k': i} AS m, 'x'::BLOB AS b`,
    );
    expect(await faultsOf([nested])).toEqual(
      ['l', 's', 'm', 'b'].map((name) => expect.stringContaining(`Column ${name} of nested.parquet holds objects`)),
    );
    const infinite = await parquet('infinite.parquet', `SELECT CASE WHEN i = 3 THEN 'inf'::DOUBLE ELSE i % 5 END AS x`);
    expect(await faultsOf([infinite])).toEqual([expect.stringContaining('Column x holds numbers that are too large')]);
    const none = await parquet('none.parquet', 'SELECT i % 3 AS i, 1 AS x');
    expect((await build([none])).profile.rows).toBe(60);
    const database = await Database.open(mkdtempSync(join(folder, 'database-')));
    await database.run(`COPY (SELECT 1 AS x WHERE false) TO '${join(folder, 'none.parquet')}'`);
    database.close();
    expect(await faultsOf([none])).toEqual([expect.stringContaining('none.parquet has no rows')]);
  });
});
