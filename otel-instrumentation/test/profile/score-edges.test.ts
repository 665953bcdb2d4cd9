import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { scoreEdges } from '../../src/profile/score-edges.ts';

const valuesOf = (counts: Readonly<Record<string, number>>) => {
  let atMost = 0;
  return Object.entries(counts)
    .map(([value, rows]) => ({ value: Number(value), rows }))
    .sort((a, b) => a.value - b.value)
    .map(({ value, rows }) => ({ value, atMost: (atMost += rows) }));
};
const grid = (size: number) => Object.fromEntries(Array.from({ length: size }, (_, i) => [(i + 1) / size, 10]));

test('quantiles, fine ends and the threshold', () => {
  const edges = scoreEdges(valuesOf(grid(10_000)), 50, 0.4321);
  expect(edges).toHaveLength(49);
  expect(edges).toContain(0.4321);
  expect(edges.slice(0, 4)).toEqual([0.001, 0.002, 0.005, 0.01]);
  expect(edges.slice(-4)).toEqual([0.99, 0.995, 0.998, 0.999]);
  const widths = edges.slice(1).map((edge, i) => edge - (edges[i] as number));
  expect(Math.max(...widths)).toBeLessThan(0.03);
});

test('few bins have no fine ends', () => {
  expect(scoreEdges(valuesOf(grid(100)), 4, 0.5)).toEqual([0.34, 0.5, 0.67]);
});

test('each of few values gets a bin of its own', () => {
  expect(scoreEdges(valuesOf({ 0: 5, 0.3: 90, 0.9: 5 }), 50, 0.5)).toEqual([0, 0.3, 0.5]);
  expect(scoreEdges(valuesOf(grid(40)), 50, 0.5)).toHaveLength(39);
});

test('a constant score leaves the threshold', () => {
  expect(scoreEdges(valuesOf({ 0.7: 100 }), 50, 0.5)).toEqual([0.5]);
});

test('whatever the scores, the edges rise from 0 to below 1, hold the threshold and are not too many', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.nat(100).map((value) => String(value / 100)),
        fc.integer({ min: 1, max: 1000 }),
      ),
      fc.integer({ min: 2, max: 64 }),
      fc.nat(99),
      (counts, bins, percent) => {
        const threshold = percent / 100;
        const edges = scoreEdges(valuesOf(counts), bins, threshold);
        expect(edges.length).toBeLessThan(bins);
        expect(edges).toContain(threshold);
        expect(edges.every((edge, i) => edge >= 0 && edge < 1 && edge > (edges[i - 1] ?? -1))).toBe(true);
      },
    ),
  );
});

test('German credit is ranked as by its scores themselves', () => {
  const file = new URL('../../examples/income-service/test/outcomes/scores.golden.json', import.meta.url);
  const golden = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly german: { readonly 'roc-auc': number };
    readonly germanScores: { readonly scores: readonly number[]; readonly bad: readonly number[] };
  };
  const { scores, bad } = golden.germanScores;
  const rising = scores.map((score) => Math.ceil(score * 1e4) / 1e4).sort((a, b) => a - b);
  const values = [...new Set(rising)].map((value) => ({ value, atMost: rising.lastIndexOf(value) + 1 }));
  const edges = scoreEdges(values, 50, 0.5);
  const binOf = (score: number): number => edges.filter((edge) => score > edge).length;
  const binsOf = (side: number): number[] => scores.filter((_, i) => bad[i] === side).map(binOf);
  const [good, wrong] = [binsOf(0), binsOf(1)];
  const inOrder = wrong.flatMap((bin) => good.map((other): number => (bin > other ? 1 : bin === other ? 0.5 : 0)));
  const area = inOrder.reduce((sum, each) => sum + each, 0) / inOrder.length;
  expect(Math.abs(area - golden.german['roc-auc'])).toBeLessThan(0.002);
});
