import { parseProfile, type NumericReference } from '@driftline/shared';
import { exampleProfile } from '../example-profile.ts';
import { profiledColumns, replayed } from './replay.ts';

/** 0 to 9 over and over, with what `instead` puts into single rows. */
const numbers = (instead: Readonly<Record<number, string>>): string[] =>
  Array.from({ length: 400 }, (_, row) => instead[row] ?? String(row % 10));

test('values that are no numbers are invalid, as a monitor counts them, and empty ones are missing', async () => {
  const texts = numbers({ 3: 'low', 7: 'low', 8: '', 9: ' ', 10: 'NaN' });
  const { feature, warnings } = await profiledColumns({ x: texts }, { types: { x: 'numeric' } });
  const x = feature('x') as NumericReference;
  expect(x).toMatchObject({ invalid: 2, missing: 3 });
  expect(x.counts.reduce((sum, count) => sum + count, x.missing + (x.invalid ?? 0))).toBe(400);
  expect(warnings).toEqual([expect.stringMatching(/^2 of 397 values of column x are no numbers/)]);
});

test.each([[undefined, 4] as const, [2, 2] as const])(
  'outliers beyond a limit of %s are those that a monitor finds in the same rows',
  async (outlierLimit, limit) => {
    // The value 16 is 3.3 standard deviations away, 900 many.
    const texts = numbers({ 0: '900', 1: '-700' });
    const few = numbers({ 0: '16', 1: '-7', 2: '30' });
    const { feature } = await profiledColumns(
      { texts, few },
      { ...(outlierLimit === undefined ? {} : { outlierLimit }) },
    );
    for (const [name, values] of Object.entries({ texts, few })) {
      const reference = feature(name) as NumericReference;
      const rows = replayed(reference, values.map(Number), limit).problems.outlier;
      expect(rows).toBeGreaterThan(0);
      expect(reference.outliers).toEqual({ limit, rows });
    }
    expect((feature('few') as NumericReference).outliers?.rows).toBe(limit === 4 ? 1 : 3);
  },
);

test('a profile without these shares is read as it was', () => {
  const [age] = parseProfile(exampleProfile()).features;
  expect(age).not.toHaveProperty('outliers');
  expect(age).not.toHaveProperty('invalid');
});
