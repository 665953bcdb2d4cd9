import fc from 'fast-check';
import type { FeatureReference } from '@driftline/shared';
import { profiledColumns, replayed } from './replay.ts';

const ROWS = 400;

/** A table takes minutes to shrink, so the first one that fails is shown as it is. */
const runs = (numRuns: number) => ({ numRuns, endOnFailure: true });

/** Values of one column, with undefined for a missing one; each row picks one of some values or a number of its own. */
const column = <T>(values: fc.Arbitrary<T>, most: number): fc.Arbitrary<(T | undefined)[]> =>
  fc
    .record({
      ties: fc.array(values, { minLength: 1, maxLength: most }),
      heavy: fc.double({ min: 0, max: 1, noNaN: true }),
      own: fc.array(values, { minLength: ROWS, maxLength: ROWS }),
      picks: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: ROWS, maxLength: ROWS }),
      missing: fc.constantFrom(0, 0.1, 0.9),
      tied: fc.boolean(),
    })
    .map(({ ties, heavy, own, picks, missing, tied }) =>
      picks.map((pick, row) => {
        if (row > 0 && (pick * 7919) % 1 < missing) return undefined;
        if (pick < heavy) return ties[0];
        return tied ? ties[Math.floor(((pick * 104_729) % 1) * ties.length)] : own[row];
      }),
    );

const numbers = column(
  fc.oneof(
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: 0, max: 2000 }).map((tenths) => tenths / 10),
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    // Larger ones stand for something else, and are refused.
    fc.double({ min: -1e37, max: 1e37, noNaN: true }),
    fc.constantFrom(-999, 0, 1, 1e-300),
  ),
  30,
);

const categories = column(
  fc.oneof(
    fc.integer({ min: 0, max: 299 }).map((code) => `c${code}`),
    fc.constantFrom('other', 'é ü', 'a "quoted", text', '__proto__'),
    fc.string({ unit: 'grapheme', maxLength: 3 }).map((end) => `c${end}`),
    fc.string({ unit: 'grapheme-ascii', maxLength: 2 }).map((start) => `${start}c`),
  ),
  300,
);

function expectNoDrift(reference: FeatureReference, live: ReturnType<typeof replayed>, missing: number): void {
  const said = { feature: reference.name, psi: live.psi, missing: live.problems.missing };
  expect(said).toEqual({ feature: reference.name, psi: 0, missing });
  // The training share of `other` is rounded.
  expect(live.unseen).toBeLessThan(1e-12);
  expect(live.problems).toMatchObject({ invalid: 0, out_of_range: 0 });
  expect(reference.missing).toBe(missing);
}

const missingIn = (values: readonly unknown[]): number => values.filter((value) => value === undefined).length;

test('replaying the training rows shows no drift and no problem, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, numbers, categories, categories, async (x, y, c, d) => {
      const texts = (values: readonly unknown[]): string[] =>
        values.map((value) =>
          value === undefined ? '' : Object.is(value, -0) ? '-0' : String(value as string | number),
        );
      const { features } = await profiledColumns({ x: texts(x), y: texts(y), c: texts(c), d: texts(d) });
      const columns: Record<string, readonly unknown[]> = { x, y, c, d };
      expect(features.map(({ name, kind }) => [name, kind])).toEqual([
        ['x', 'numeric'],
        ['y', 'numeric'],
        ['c', 'categorical'],
        ['d', 'categorical'],
      ]);
      for (const reference of features) {
        const values = columns[reference.name] ?? [];
        expectNoDrift(reference, replayed(reference, values), missingIn(values));
      }
    }),
    runs(40),
  );
}, 60_000);

test('replaying decimals out of a Float32Array shows no drift', async () => {
  const decimals = column(
    fc.integer({ min: -20_000, max: 20_000 }).map((hundredths) => hundredths / 100),
    30,
  ).map((values) => values.map((value) => value ?? 0.1));
  await fc.assert(
    fc.asyncProperty(decimals, async (x) => {
      const { features } = await profiledColumns({ x: x.map(String) });
      const reference = features[0] as FeatureReference;
      expectNoDrift(reference, replayed(reference, Float32Array.from(x)), 0);
    }),
    runs(20),
  );
}, 60_000);

test('a numeric column has two bins at least, unless it is constant', async () => {
  await fc.assert(
    fc.asyncProperty(numbers, numbers, async (x, y) => {
      const texts = (values: readonly unknown[]): string[] => values.map((value) => String(value ?? ''));
      const { features } = await profiledColumns({ x: texts(x), y: texts(y) });
      for (const [i, values] of [x, y].entries()) {
        const distinct = new Set(values.filter((value) => value !== undefined));
        const { counts } = features[i] as FeatureReference;
        expect(counts.length > 1).toBe(distinct.size > 1);
        for (const count of counts) expect(count).toBeGreaterThan(0);
      }
    }),
    runs(40),
  );
}, 60_000);

test('200 categories, of which 50 have a bin: a replay is unseen 0, and new ones are what other exceeds', async () => {
  const values = Array.from({ length: 4000 }, (_, i) => `c${i % 200}`);
  const category = (await profiledColumns({ category: values })).features[0] as FeatureReference;
  expect(category).toMatchObject({ counts: Array.from({ length: 50 }, () => 20), other: 3000 });
  expectNoDrift(category, replayed(category, values), 0);
  const live = replayed(category, [...values, ...Array.from({ length: 4000 }, () => 'never seen')]);
  // 7,000 of 8,000 are in other, and 6,000 would be expected.
  expect(live.unseen).toBeCloseTo(1000 / 8000, 12);
  expect(live.psi).toBeGreaterThan(0.1);
});
