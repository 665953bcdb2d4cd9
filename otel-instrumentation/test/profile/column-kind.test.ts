import type { ColumnFacts } from '../../src/profile/column-facts.ts';
import { checkRange, isNumeric, kindOf } from '../../src/profile/column-kind.ts';
import { columnFacts } from './column-facts-of.ts';
import { build, caseFile, dataFile, faultsOf } from './build.ts';

test('numbers are numeric, texts categorical, and numbers with leading zeros codes', () => {
  expect(kindOf('c', columnFacts({ numbers: 100 }))).toBe('numeric');
  expect(kindOf('c', columnFacts({ numbers: 0, texts: ['a'] }))).toBe('categorical');
  expect(kindOf('c', columnFacts({ numbers: 100, leadingZeros: 1 }))).toBe('categorical');
  expect(isNumeric(columnFacts({ numbers: 100, leadingZeros: 1 }))).toBe(false);
});

test.each<[string, Partial<ColumnFacts>, string]>([
  [
    'a mixture',
    { numbers: 40, texts: ['n/a', 'x'] },
    'Column c mixes 40 numbers with 60 texts such as "n/a": if the texts mean missing, set `--missing "n/a"`',
  ],
  ['an empty column', { present: 0 }, 'Column c is empty in every row: leave it out with `--exclude c`'],
  [
    'a number beyond any measurement',
    { numbers: 100, huge: 3, hugeTexts: ['-3.4e38', '1e300'] },
    'such as -3.4e38 and 1e300 (3 rows): if they mean missing, set `--missing=-3.4e38 --missing=1e300`',
  ],
  [
    'a decimal comma',
    { numbers: 20, texts: ['-0,93', '1.234,5'] },
    'Column c holds numbers with a decimal comma, such as "-0,93": set `--decimal ,`',
  ],
  [
    'commas that may divide thousands',
    { numbers: 20, texts: ['1,234', '12,000'] },
    'set `--decimal .` if the comma divides thousands, or `--decimal ,` if it is the decimal mark',
  ],
])('%s is refused with what to do', (_what, facts, sentence) => {
  expect(() => kindOf('c', columnFacts(facts))).toThrow(sentence);
});

test('the range is checked for a kind that is given, too', () => {
  expect(() => checkRange('c', columnFacts({ huge: 0 }))).not.toThrow();
  expect(() => checkRange('c', columnFacts({ huge: 1, hugeTexts: ['inf'] }))).toThrow('set `--missing=inf`');
});

test('a file with a decimal comma is refused, and read with the option', async () => {
  const path = caseFile('decimal-comma.csv');
  expect(await faultsOf([path], { label: 'approved' })).toEqual([
    expect.stringMatching(/^Column dose holds numbers with a decimal comma, such as "0,\d+": set `--decimal ,`/),
  ]);
  const { profile } = await build([path], { label: 'approved' }, { decimal: ',' });
  expect(profile.features).toMatchObject([{ name: 'dose', kind: 'numeric', missing: 0 }]);
  expect((profile.features[0] as { maximum: number }).maximum).toBeLessThan(10);
});

test.each([
  [',', 'x;y\n1.234,5;a\n-0,5;b\n7;a\n', [-0.5, 1234.5]],
  ['.', 'x;y\n1,234.5;a\n-0.5;b\n7;a\n', [-0.5, 1234.5]],
] as const)(
  'with the decimal mark %s the other one divides thousands',
  async (decimal, content, [minimum, maximum]) => {
    const { profile } = await build([dataFile('thousands.csv', content)], {}, { decimal });
    expect(profile.features).toMatchObject([{ kind: 'numeric', minimum, maximum }, { categories: ['a', 'b'] }]);
  },
);

test('a mark of missing numbers is refused, and missing with the option', async () => {
  const path = caseFile('nodata-mark.csv');
  const sentence = expect.stringMatching(
    /^Column elevation holds .* -1\.797e\+308 \(6 rows\).*`--missing=-1\.797e\+308`/,
  );
  expect(await faultsOf([path], { label: 'approved' })).toEqual([sentence]);
  expect(await faultsOf([path], { label: 'approved', types: { elevation: 'numeric' } })).toEqual([sentence]);
  expect(await faultsOf([path], { label: 'elevation', types: { approved: 'numeric' } })).toEqual([sentence]);
  const { profile } = await build([path], { label: 'approved', missing: ['-1.797e+308'] });
  expect(profile.features).toMatchObject([{ name: 'elevation', missing: 6 }]);
});

test.each(['1e400', '-3.4028234663852886e38', 'inf', '1.7976931348623157e308'])(
  '%s is no measurement',
  async (mark) => {
    const path = dataFile('mark.csv', `x,y\n1.5,a\n${mark},b\n2.5,a\n`);
    expect(await faultsOf([path])).toEqual([expect.stringContaining(`set \`--missing=${mark}\``)]);
    expect(await faultsOf([path], { score: 'x' })).toEqual([expect.stringMatching('Column x holds')]);
    expect((await build([path], { missing: [mark] })).profile.features[0]).toMatchObject({ missing: 1, maximum: 2.5 });
  },
);
