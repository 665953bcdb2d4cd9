import { readFileSync } from 'node:fs';
import { featureBins } from '@driftline/shared';
import { caseFile, profiled, profiledColumns, replayed } from './replay.ts';

/** Values of the first column of a case. */
const firstColumn = (name: string): number[] =>
  readFileSync(caseFile(name), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => Number(line.split(',')[0]));

const repeated = (value: number, times: number): number[] => Array.from({ length: times }, () => value);

test('a column that is mostly its maximum shows when the maximum becomes rare', async () => {
  const values = firstColumn('mostly-at-maximum.csv');
  const { feature, warnings } = await profiled(caseFile('mostly-at-maximum.csv'));
  const fill = feature('fill_level');
  const bins = featureBins(fill);
  expect(bins.at(-1)).toMatchObject({ label: '>0.85', count: 480 });
  expect(bins.length).toBeGreaterThanOrEqual(2);
  expect(warnings).toEqual([]);
  expect(replayed(fill, values).psi).toBe(0);
  const below = values.filter((value) => value < 1);
  const live = [...repeated(1, 40), ...Array.from({ length: 460 }, (_, i) => below[i % below.length] as number)];
  expect(replayed(fill, live).psi).toBeGreaterThan(1);
});

test('what is not zero has quantiles of its own', async () => {
  const values = firstColumn('zero-inflated.csv');
  const refund = (await profiled(caseFile('zero-inflated.csv'))).feature('refund');
  const bins = featureBins(refund);
  expect(bins[0]).toMatchObject({ label: '≤0', count: 550 });
  expect(bins).toHaveLength(10);
  for (const { count } of bins.slice(1)) expect([5, 6]).toContain(count);
  expect(replayed(refund, values).psi).toBe(0);
  const smaller = values.map((value) => value / 20);
  expect(replayed(refund, smaller).psi).toBeGreaterThan(0.1);
});

const spread = Array.from({ length: 600 }, (_, i) => i);

test.each<[string, number[], string, number]>([
  ['a default in the middle', [...spread, ...repeated(250.5, 150)], '(250, 250.5]', 150],
  ['a mark below all others', [...spread, ...repeated(-999, 150)], '≤-999', 150],
  ['a cap', [...spread, ...repeated(600, 150)], '>599', 150],
  ['one that also has neighbors', [...spread, ...repeated(300, 150)], '(299, 300]', 151],
])('%s is alone in its bin, and the rest has its own quantiles', async (_what, values, label, count) => {
  const x = (await profiledColumns({ x: values.map(String) })).feature('x');
  const bins = featureBins(x);
  expect(bins).toContainEqual(expect.objectContaining({ label, count }));
  const rest = bins.filter((bin) => bin.label !== label);
  const target = 600 / 9;
  expect(rest.length).toBeGreaterThanOrEqual(8);
  for (const bin of rest) {
    expect(bin.count).toBeGreaterThanOrEqual(target / 2 - 1);
    expect(bin.count).toBeLessThanOrEqual(target * 1.5 + 1);
  }
  expect(replayed(x, values).psi).toBe(0);
});

test('two values are two bins, however rare one is', async () => {
  const zeros = [...repeated(0, 999), 1].map(String);
  const ones = [...repeated(1, 999), 0].map(String);
  const { feature, warnings } = await profiledColumns({ zeros, ones });
  expect(featureBins(feature('zeros')).map(({ count }) => count)).toEqual([999, 1]);
  expect(featureBins(feature('ones')).map(({ count }) => count)).toEqual([1, 999]);
  expect(warnings).toEqual([]);
});

test('edges that are asked for are kept beyond the training range, with a warning of the empty bins', async () => {
  const { feature, warnings } = await profiled(caseFile('edges-beyond-maximum.csv'), {
    edges: { x: [20, 50, 150, 200] },
  });
  const x = feature('x');
  expect(featureBins(x).map(({ label }) => label)).toEqual(['≤20', '(20, 50]', '(50, 150]', '(150, 200]', '>200']);
  expect(featureBins(x).map(({ count }) => count)).toEqual([105, 150, 245, 0, 0]);
  expect(warnings).toEqual([
    'Column x has no training rows in (150, 200], >200: a few live values in an empty bin make PSI jump. ' +
      'Leave out edges of `--edges x=20,50,150,200` unless these bins are meant.',
  ]);
  expect(replayed(x, [170]).live).toEqual([0, 0, 0, 1, 0]);
});

test('edges that are asked for are kept below the training range and around a constant too', async () => {
  const { feature } = await profiledColumns(
    { x: ['1', '2', '3'], same: ['5', '5', '5'] },
    { edges: { x: [-10, -5, 1.5], same: [0, 10] } },
  );
  expect(featureBins(feature('x')).map(({ count }) => count)).toEqual([0, 0, 1, 2]);
  expect(featureBins(feature('same')).map(({ count }) => count)).toEqual([0, 3, 0]);
});

test('values out of a Float32Array fall into the bins that they were counted in', async () => {
  const values = firstColumn('one-decimal.csv');
  const ratio = (await profiled(caseFile('one-decimal.csv'))).feature('ratio');
  const { psi, problems } = replayed(ratio, Float32Array.from(values));
  expect(psi).toBe(0);
  expect(problems).toMatchObject({ out_of_range: 0, invalid: 0 });
});
