import fc from 'fast-check';
import { binEdges, type EdgeCandidate } from '../../src/profile/bin-edges.ts';

const candidates = (atMost: Record<string, number>): EdgeCandidate[] =>
  Object.entries(atMost).map(([value, count]) => ({ value: Number(value), atMost: count }));
const values = (edges: readonly EdgeCandidate[]): number[] => edges.map(({ value }) => value);

test('an edge at the maximum is left out', () => {
  expect(values(binEdges(candidates({ 1: 4, 2: 7, 5: 10 }), [], 10, 3))).toEqual([1, 2]);
});

test('a frequent value lies between the value below it and itself', () => {
  const frequent = [{ value: 7, rows: 60 }];
  expect(values(binEdges(candidates({ 6: 20, 7: 80, 9: 100 }), frequent, 100, 2))).toEqual([6, 7]);
});

test('the value below a frequent maximum is an edge, and the maximum is none', () => {
  expect(values(binEdges(candidates({ 6: 40, 7: 100 }), [{ value: 7, rows: 60 }], 100, 2))).toEqual([6]);
});

test('an edge that would leave less than half a share on either side is left out', () => {
  const frequent = [{ value: 50, rows: 60 }];
  // A share is 40 / 4 = 10 rows.
  const all = candidates({ 10: 10, 20: 14, 48: 36, 49: 38, 50: 98, 60: 100 });
  expect(values(binEdges(all, frequent, 100, 5))).toEqual([10, 49, 50]);
});

test('every value that is not frequent falls into a bin of at least half a share, or beside a frequent one', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 12, maxLength: 40 }), (counts) => {
      const rows = counts.reduce((sum, count) => sum + count, 0);
      let atMost = 0;
      const all = counts.map((count, value) => ({ value, atMost: (atMost += count) }));
      const cumulated = [...binEdges(all, [], rows, 4).map((edge) => edge.atMost), rows];
      for (const [i, upTo] of cumulated.entries()) {
        expect(upTo - (cumulated[i - 1] ?? 0)).toBeGreaterThanOrEqual(rows / 8);
      }
    }),
  );
});
