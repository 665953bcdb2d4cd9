import { build, dataFile } from './build.ts';

const MB = 1024 ** 2;
const COLUMNS = 400;
const ROWS = 300;

test('four hundred columns need no more memory than a few, and the bar moves all the way', async () => {
  const names = Array.from({ length: COLUMNS }, (_, i) => `c${i}`);
  const value = (row: number, column: number): string =>
    column % 10 === 9 ? `k${(row * column) % 7}` : String(((row * 7919 + column * 104_729) % 1000) / 10);
  const rows = Array.from({ length: ROWS }, (_, row) => names.map((_, column) => value(row, column)).join(','));
  const steps: [string, number][] = [];
  const { profile } = await build(
    [dataFile('wide.csv', [names.join(','), ...rows].join('\n'))],
    { label: 'c9', prediction: 'c399' },
    {
      // A single statement over all columns needs more.
      limits: { memory: 72 * MB, threads: 1 },
      progress: (what, share) => steps.push([what, share]),
    },
  );
  expect(profile.features).toHaveLength(COLUMNS - 2);
  expect(profile.performance).toHaveProperty('accuracy');
  for (const { counts, missing } of profile.features) {
    expect(counts.reduce((sum, count) => sum + count, missing)).toBe(ROWS);
  }
  const shares = steps.map(([, share]) => share);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
  for (const phase of ['reading', 'counting']) {
    expect(new Set(steps.filter(([what]) => what === phase).map(([, share]) => share)).size).toBeGreaterThan(10);
  }
});
