import { commonBins, NoCommonBins } from '../../src/compare/common-bins.ts';
import type { CategoricalDistribution, NumericDistribution } from '../../src/compare/distribution.ts';

const numeric = (edges: number[], counts: number[], [minimum, maximum]: [number, number]): NumericDistribution => ({
  kind: 'numeric',
  edges,
  counts,
  minimum,
  maximum,
});
const categorical = (
  rows: Readonly<Record<string, number>>,
  other = 0,
  rest: Partial<CategoricalDistribution> = {},
): CategoricalDistribution => ({
  kind: 'categorical',
  categories: Object.keys(rows),
  counts: Object.values(rows),
  labels: undefined,
  other,
  missing: [],
  ...rest,
});
const reasonOf = (found: unknown): string | undefined => (found instanceof NoCommonBins ? found.reason : undefined);

describe('numbers', () => {
  const before = numeric([10, 20, 30, 40], [1, 2, 3, 4, 5], [0, 50]);

  test('of the same edges keep their bins', () => {
    expect(commonBins(before, numeric([10, 20, 30, 40], [5, 4, 3, 2, 1], [5, 60]))).toEqual({
      before: [1, 2, 3, 4, 5],
      after: [5, 4, 3, 2, 1],
      whole: 5,
      missing: 0,
    });
  });

  test('bins on either side of an edge that the later profile does not have are put together', () => {
    expect(commonBins(before, numeric([10, 25, 40], [5, 4, 3, 2], [5, 60]))).toMatchObject({
      before: [1, 9, 5],
      after: [5, 7, 2],
      whole: 5,
    });
  });

  test('an edge outside of the later values is known: all rows are on one side of it', () => {
    expect(commonBins(before, numeric([45], [3, 4], [41, 60]))).toMatchObject({ after: [0, 0, 0, 0, 7] });
    // The maximum itself is in the bin below the edge.
    expect(commonBins(before, numeric([5], [3, 4], [1, 10]))).toMatchObject({ after: [7, 0, 0, 0, 0] });
    // The minimum itself is not.
    expect(reasonOf(commonBins(numeric([10], [1, 1], [0, 20]), numeric([15], [1, 1], [10, 20])))).toBe(
      'has too few edges in common: of its 2 bins none can be told apart in both; build the later profile with `--edges-from`',
    );
  });

  test('fewer than half of the bins would hide what moves within them', () => {
    expect(reasonOf(commonBins(before, numeric([7, 20, 25, 33, 42], [1, 1, 1, 1, 1, 1], [0, 60])))).toBe(
      'has too few edges in common: of its 5 bins only 2 can be told apart in both; build the later profile with `--edges-from`',
    );
  });

  test('one bin holds a constant, and nothing tells a constant from another', () => {
    const five = numeric([], [7], [5, 5]);
    expect(commonBins(five, numeric([], [9], [5, 5]))).toMatchObject({ before: [7], after: [9] });
    expect(reasonOf(commonBins(five, numeric([], [9], [6, 6])))).toMatch(/^has one bin in the earlier profile/);
  });
});

describe('labels', () => {
  const before = categorical({ a: 50, b: 30, c: 20 }, 5);

  test('are found in any order, and new ones are other', () => {
    expect(commonBins(before, categorical({ c: 1, x: 2, a: 3, b: 4 }))).toEqual({
      before: [50, 30, 20, 5],
      after: [3, 4, 1, 2],
      whole: 4,
      missing: 0,
    });
  });

  test('one that the later profile may have counted as other is put together with it', () => {
    expect(commonBins(before, categorical({ a: 3, b: 4 }, 6))).toMatchObject({
      before: [50, 30, 25],
      after: [3, 4, 6],
    });
    // It has no row at all where every label is listed.
    expect(commonBins(before, categorical({ a: 3, b: 4 }))).toMatchObject({
      before: [50, 30, 20, 5],
      after: [3, 4, 0, 0],
    });
  });

  test('are those that a monitor with the earlier profile would see', () => {
    const numbers = categorical({ '1': 8, '2': 2 }, 0, { labels: 'number', missing: ['-9'] });
    const codes = categorical({ '1': 1, '01': 2, '2': 3, '-9': 4 }, 0, { labels: 'verbatim' });
    expect(commonBins(numbers, codes)).toEqual({ before: [8, 2], after: [3, 3], whole: 2, missing: 4 });
    expect(reasonOf(commonBins(codes, numbers))).toBe(
      'has labels read as verbatim in the earlier profile and number in the later; build both with `--verbatim`',
    );
    // A text of the same number may be among the others.
    expect(reasonOf(commonBins(numbers, { ...codes, other: 1 }))).toMatch(/read as number .* verbatim in the later/);
  });

  test('of which too few are known say so, and so do numbers', () => {
    expect(reasonOf(commonBins(before, categorical({ x: 3 }, 6)))).toBe(
      'has too few categories in common: of its 4 bins none can be told apart in both; build the later profile with `--edges-from`',
    );
    expect(reasonOf(commonBins(before, numeric([1], [1, 1], [0, 2])))).toBe(
      'is categorical in the earlier profile and numeric in the later; if it should not be, build the later with `--categorical`',
    );
  });
});
