import fc from 'fast-check';
import { histogramDistribution } from '../../src/distributions/histogram-distribution.ts';
import { NOW } from '../../src/distributions/time-window.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import type { Series } from '../../src/query/answers.ts';
import { DEFAULT_QUERY, type HistogramSource } from '../../src/query/measure-query.ts';

const SOURCE: HistogramSource = { kind: 'histogram', selector: 'h{env="p"}', edges: [0.1, 1], by: ['job'] };

const bucket = (le: string, ...values: number[]): Series => ({ labels: { job: 'j', le }, values });

/** Bins that are read from the buckets of one histogram. */
function binsOf(series: readonly Series[], edges = SOURCE.edges): [string, number[]][] {
  const read = histogramDistribution(DEFAULT_QUERY, { ...SOURCE, edges }).read(series);
  const [only, ...others] = [...read.values()];
  expect(others).toEqual([]);
  return [...(only?.bins ?? [])].map(([bin, values]) => [bin, Array.from(values)]);
}

test('the store is asked for the buckets of these edges, however it writes them', () => {
  const distribution = histogramDistribution(DEFAULT_QUERY, SOURCE);
  const buckets = String.raw`increase(h_bucket{env="p", le=~"0\\.1|1e-01|1|1\\.0|1e+00|[+]?Inf"}[5m])`.replace(
    '1e+00',
    String.raw`1e\\+00`,
  );
  expect(toPromql(distribution.selection(NOW).build())).toBe(`sum by (job, le) (${buckets})`);
  const { selection } = distribution;
  expect(toPromql(selection({ selector: 'g', offset: '1d' }).build())).toMatch(/\(increase\(g_bucket\{.*\[5m\] offset/);
});

test('cumulative buckets become the counts between them', () => {
  expect(binsOf([bucket('0.1', 5, 0), bucket('1', 25, 4), bucket('+Inf', 32, 4)])).toEqual([
    ['≤0.1', [5, 0]],
    ['(0.1, 1]', [20, 4]],
    ['>1', [7, 0]],
  ]);
});

test('one bound that is written in two ways is one bucket', () => {
  const series = [bucket('0.1', 5, NaN), bucket('1', 6, 8), bucket('1.0', 10, NaN), bucket('+Inf', 20, 9)];
  expect(binsOf(series)).toEqual([
    ['≤0.1', [5, NaN]],
    ['(0.1, 1]', [11, 8]],
    ['>1', [4, 1]],
  ]);
});

test('a trace below zero is none', () => {
  expect(binsOf([bucket('0.1', 5), bucket('1', 4.999), bucket('+Inf', 5)]).map(([, counts]) => counts)).toEqual([
    [5],
    [0],
    [expect.closeTo(0.001, 9)],
  ]);
});

test('an edge without a bucket has no bin of its own', () => {
  expect(binsOf([bucket('0.1', 5), bucket('+Inf', 20)])).toEqual([
    ['≤0.1', [5]],
    ['>1', [20]],
  ]);
});

test('histograms are told apart by the labels that are asked for', () => {
  const series = ['a', 'b'].map((job) => ({ labels: { job, le: '+Inf' }, values: [1] }));
  expect([...histogramDistribution(DEFAULT_QUERY, SOURCE).read(series).values()].map(({ labels }) => labels)).toEqual([
    { job: 'a' },
    { job: 'b' },
  ]);
});

test('the counts of all bins are what the last bucket holds', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1000), { minLength: 2, maxLength: 10 }), (counts) => {
      const edges = counts.slice(1).map((_, i) => i + 0.5);
      let upTo = 0;
      const buckets = counts.map((count, i) => bucket(i < edges.length ? String(edges[i]) : '+Inf', (upTo += count)));
      expect(binsOf(buckets, edges).map(([, [count]]) => count)).toEqual(counts);
    }),
  );
});
