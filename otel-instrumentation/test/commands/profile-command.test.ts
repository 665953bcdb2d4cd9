import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import { binIndex, parseProfile, type ReferenceProfile } from '@driftline/shared';
import { Database } from '../../src/profile/database.ts';
import { ADULT, Workplace } from './run-cli.ts';

const workplace = new Workplace();
const { folder } = workplace;
const driftline = (...args: string[]) => workplace.run(args);
const file = (name: string, content: string | Buffer) => workplace.file(name, content);

test.each<[string, string, string[], RegExp]>([
  ['an empty file', '', [], /is empty: give the data/],
  ['a header alone', 'a,b\n', [], /has a header and no rows/],
  ['no header', '1,2\n3,4\n', [], /has no header, its first line holds "1" like the lines below/],
  ['a column without a name', 'a,\n1,2\n', [], /Column 2 .* has no name/],
  ['two columns of one name', 'a,a\n1,2\n', [], /Two columns .* are called a/],
  [
    'half numbers, half text',
    'a\n1\nx\n2\ny\n',
    [],
    /Column a mixes 2 numbers with 2 texts such as "x".*--missing "x".*--categorical a/,
  ],
  ['an empty column', 'a,b\n1,\n2,\n', [], /Column b is empty in every row: leave it out with `--exclude b`/],
  ['an unknown column', 'a\n1\n2\n', ['--label', 'nope'], /--label names the column nope, .* choose from a/],
  [
    'an unknown class',
    'a,c\n1,x\n2,y\n',
    ['--label', 'c', '--favorable', 'z'],
    /--favorable is z, .* choose from x, y/,
  ],
  ['edges that do not rise', 'a\n1\n2\n', ['--edges', 'a=3,2'], /Write rising numbers, such as age=18,30,50/],
  ['edges of an unknown column', 'a\n1\n2\n', ['--edges', 'z=1,2'], /--edges names the column z/],
  ['an unknown group', 'a\n1\n2\n', ['--group', 'a,z'], /--group names the column z/],
  [
    'an unknown privileged value',
    'a,g\n1,x\n2,y\n',
    ['--group', 'g', '--privileged', 'g=z', '--minimum-group-size', '1'],
    /--privileged is g=z, which is no group of the data: choose from x, y/,
  ],
  [
    'groups that are all small',
    'a,g\n1,x\n2,y\n',
    ['--group', 'g'],
    /No group of g has 10 training rows: name another column with --group, or lower --minimum-group-size/,
  ],
  ['too many classes', 'a,c\n1,x\n2,y\n3,z\n', ['--label', 'c', '--max-categories', '2'], /more than 2 classes/],
  [
    'a favorable class without a column',
    'a\n1\n2\n',
    ['--favorable', 'x'],
    /name the column of classes with --label or --prediction/,
  ],
  ['no feature left', 'a\n1\n2\n', ['--exclude', 'a'], /No column is left/],
])('refuses %s', async (_what, content, args, sentence) => {
  const { code, stderr } = await driftline('profile', file('data.csv', content), '--model', 'm', ...args);
  expect(stderr).toMatch(sentence);
  // Warnings about the columns may stand before it.
  expect(stderr.match(/^driftline: /gm)).toHaveLength(1);
  expect(code).toBe(2);
});

test('refuses a place where the profile cannot be written, before it reads anything', async () => {
  const { code, stderr } = await driftline('profile', 'no.csv', '--model', 'm', '--out', 'none/profile.json');
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^driftline: none\/profile.json does not exist, or the folder/),
  ]);
});

test('refuses a file that is not there', async () => {
  const { code, stderr } = await driftline('profile', 'no.csv', '--model', 'm');
  expect([code, stderr]).toEqual([2, expect.stringContaining('There is no file no.csv')]);
});

test('keeps a constant column with one bin, and says so', async () => {
  const { code, stderr } = await driftline(
    'profile',
    file("it's.csv", 'a "b",c\n5,1\n5,2\n'),
    '--model',
    'm',
    '--out',
    'constant.json',
  );
  expect([code, stderr]).toEqual([0, expect.stringContaining('Column a "b" is constant')]);
  const profile = parseProfile(JSON.parse(readFileSync(join(folder, 'constant.json'), 'utf8')));
  expect(profile.features[0]).toMatchObject({ name: 'a "b"', edges: [], counts: [2], minimum: 5, maximum: 5 });
});

test('texts that mean missing can be named', async () => {
  const data = file('missing.csv', 'a,b\n1,x\n?,y\n3,?\n');
  const { code } = await driftline('profile', data, '--model', 'm', '--missing', '?', '--out', 'missing.json');
  const profile = parseProfile(JSON.parse(readFileSync(join(folder, 'missing.json'), 'utf8')));
  expect([code, profile.features.map(({ missing }) => missing)]).toEqual([0, [1, 1]]);
});

test('the profile of Adult counts every row once', async () => {
  const { code } = await driftline(
    'profile',
    ADULT,
    '--model',
    'income',
    '--label',
    'class',
    '--group',
    'sex',
    '--out',
    'adult.json',
  );
  expect(code).toBe(0);
  const profile = parseProfile(JSON.parse(readFileSync(join(folder, 'adult.json'), 'utf8')));
  expect(profile.rows).toBe(48_842);
  expect(profile.prediction).toMatchObject({ classes: ['<=50K', '>50K'], counts: [37_155, 11_687] });
  for (const feature of profile.features) {
    const counted = feature.counts.reduce((sum, count) => sum + count, feature.missing);
    expect([feature.name, counted + ('other' in feature ? feature.other : 0)]).toEqual([feature.name, 48_842]);
    if (feature.kind !== 'numeric') continue;
    expect(feature.counts[binIndex(feature.edges, feature.maximum)]).toBeGreaterThan(0);
  }
});

describe('every format gives the same profile', () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({
    age: i % 7 === 0 ? null : (i * 13) % 90,
    share: i / 300,
    sex: i % 3 === 0 ? 'Female' : 'Male',
    paid: i % 2 === 0,
  }));
  const csv = [
    'age,share,sex,paid',
    ...rows.map((row) =>
      Object.values(row)
        .map((value) => value ?? '')
        .join(','),
    ),
  ];
  const content = `${csv.join('\n')}\n`;
  const jsonl = rows.map((row) => JSON.stringify(row)).join('\n');
  /** Without the time, and without the last digits: sums over parts of the data come in any order. */
  const withoutTime = (profile: ReferenceProfile): unknown =>
    JSON.parse(JSON.stringify({ ...profile, createdAt: '' }), (_key, value: unknown) =>
      typeof value === 'number' ? Number(value.toPrecision(12)) : value,
    );
  let expected: unknown;

  beforeAll(async () => {
    expected = withoutTime(await workplace.profile([file('all.csv', content)]));
  });

  test.each<[string, string | Buffer]>([
    ['rows.csv.gz', gzipSync(content)],
    ['rows.jsonl', jsonl],
    ['rows.ndjson.gz', gzipSync(jsonl)],
    ['compressed-but-not-said.csv', gzipSync(content)],
    ['without-an-ending', jsonl],
    ['rows.csv.zst', zstdCompressSync(content)],
    ['rows.tsv', content.replaceAll(',', '\t')],
    ['array.json', JSON.stringify(rows)],
    ['array.json.zst', zstdCompressSync(JSON.stringify(rows, null, 2))],
    ['marked.csv', `\ufeff${content.replaceAll('\n', '\r\n')}`],
    ['utf-16.csv', Buffer.from(`\ufeff${content}`, 'utf16le')],
    ['literal[1]*.csv', content],
    ['literal[1]*.jsonl', jsonl],
  ])('%s', async (name, bytes) => {
    expect(withoutTime(await workplace.profile([file(name, bytes)]))).toEqual(expected);
  });

  test('Parquet', async () => {
    const database = await Database.open(folder);
    await database.run(
      `COPY (SELECT * FROM read_json('${join(folder, file('for-parquet.jsonl', jsonl))}')) TO '${join(folder, 'rows.parquet')}'`,
    );
    database.close();
    expect(withoutTime(await workplace.profile(['rows.parquet']))).toEqual(expected);
  });

  test('a folder and a glob, without columns from the names of folders', async () => {
    for (const part of ['sex=F', 'sex=M']) mkdirSync(join(folder, 'parts', part), { recursive: true });
    const [header = '', ...lines] = csv;
    for (const [part, of] of [
      ['sex=F', lines.slice(0, 100)],
      ['sex=M', lines.slice(100)],
    ] as const) {
      file(`parts/${part}/rows[1].csv`, [header, ...of].join('\n'));
      file(`parts/${part}/rows.jsonl.part`, jsonl);
    }
    expect(withoutTime(await workplace.profile(['parts']))).toEqual(expected);
    expect(withoutTime(await workplace.profile(['parts/*/rows*.csv']))).toEqual(expected);
  });

  test('two files', async () => {
    const [header = '', ...lines] = csv;
    const part = (name: string, of: string[]) => file(name, [header, ...of].join('\n'));
    const parts = [part('part-1.csv', lines.slice(0, 100)), part('part-2.csv', lines.slice(100))];
    expect(withoutTime(await workplace.profile(parts))).toEqual(expected);
  });

  test.each<[string, string | Buffer]>([
    ['plain', content],
    ['gzipped', gzipSync(content)],
    ['JSON lines', jsonl],
    ['a JSON array, zstd', zstdCompressSync(JSON.stringify(rows))],
  ])('the standard input, %s', async (_what, input) => {
    expect(withoutTime(await workplace.profile(['-'], input))).toEqual(expected);
  });

  test('files that do not go together are refused', async () => {
    const mixed = await driftline('profile', 'all.csv', 'rows.jsonl', '--model', 'm');
    expect(mixed.stderr).toContain('The files are csv and jsonl: give files of one format only.');
    const other = await driftline('profile', 'all.csv', file('other.csv', 'a\n1\n'), '--model', 'm');
    expect(other.stderr).toContain('other.csv has the columns a, and all.csv has age, share, sex, paid');
  });
});

test.each<[string, string | Buffer, RegExp]>([
  ['broken.csv.gz', readFileSync(ADULT).subarray(0, 200_000), /broken.csv.gz ends in the middle/],
  ['broken.parquet', 'PAR1 but nothing more', /broken.parquet is a damaged Parquet file/],
  ['broken.jsonl', '{"a": 1}\n{"a": ', /Line 2 of broken.jsonl is not a JSON object/],
  ['nested.jsonl', '{"a": {"b": 1}}\n', /Column a of nested.jsonl holds objects/],
  ['empty.parquet', '', /empty.parquet is empty/],
])('%s is refused', async (name, content, sentence) => {
  const { code, stderr } = await driftline('profile', file(name, content), '--model', 'm');
  expect([code, stderr]).toEqual([2, expect.stringMatching(sentence)]);
});

describe('what is asked for', () => {
  const data = (): string => {
    const rows = Array.from({ length: 100 }, (_, i) => [
      i,
      i % 4,
      `c${i % 5}`,
      i % 2 ? 'yes' : 'no',
      i % 3 ? 'yes' : 'no',
      i * 2.5,
      i * 2.5 + 1,
    ]);
    return file(
      'wide.csv',
      ['x,code,category,label,prediction,price,predicted', ...rows.map((row) => row.join(','))].join('\n'),
    );
  };

  test('edges, bins, kinds and the number of categories', async () => {
    const { features } = await workplace.profile([
      ...[data(), '--feature', 'x', '--feature', 'price', '--feature', 'code', '--feature', 'category'],
      ...['--edges', 'x=10,50,200', '--bins', '4', '--categorical', 'code', '--max-categories', '2'],
    ]);
    expect(features[0]).toMatchObject({ edges: [10, 50, 200], counts: [11, 40, 49, 0] });
    expect(features[1]).toMatchObject({ edges: [60, 122.5, 185], counts: [25, 25, 25, 25] });
    expect(features[2]).toMatchObject({ kind: 'categorical', categories: ['0', '1'], counts: [25, 25], other: 50 });
    expect(features[3]).toMatchObject({ categories: ['c0', 'c1'], other: 60 });
  });

  test('performance of a classifier, by the definitions of scikit-learn', async () => {
    const { performance, prediction } = await workplace.profile([
      ...[data(), '--label', 'label', '--prediction', 'prediction', '--favorable', 'yes'],
    ]);
    // 33 of 50 `yes` and 17 of 50 `no` are found; 66 are predicted `yes`.
    expect(performance).toEqual({ accuracy: 0.5, balanced_accuracy: 0.5, precision: 0.5, recall: 0.66, f1: 66 / 116 });
    expect(prediction).toMatchObject({ kind: 'classification', classes: ['yes', 'no'], counts: [66, 34] });
  });

  test('a number with many values is a regression', async () => {
    const { performance, prediction } = await workplace.profile([
      data(),
      '--label',
      'price',
      '--prediction',
      'predicted',
    ]);
    expect(prediction).toMatchObject({ kind: 'regression', score: { minimum: 1, maximum: 248.5 } });
    expect(performance).toEqual({ mae: 1, rmse: 1, bias: 1 });
  });

  test('intersections of groups', async () => {
    const { groups } = await workplace.profile([data(), '--group', 'label', '--group', 'label,prediction']);
    expect(groups[1]).toMatchObject({
      attribute: 'label & prediction',
      of: ['label', 'prediction'],
      values: ['no & yes', 'yes & yes', 'no & no', 'yes & no'],
    });
  });
});
