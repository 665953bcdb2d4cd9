import fc from 'fast-check';
import type { NumericReference } from '@driftline/shared';
import { NumericFeature } from '../../src/recorder/numeric-feature.ts';

const reference: NumericReference = {
  kind: 'numeric',
  name: 'x',
  edges: [-10, 0, 0.5, 100],
  counts: [1, 1, 1, 1, 1],
  missing: 0,
  mean: 1,
  standardDeviation: 20,
  minimum: -50,
  maximum: 150,
};

const problems = (feature: NumericFeature) => ({ ...feature.problems });

test('any sequence of values is counted as a recount of it', () => {
  const value = fc.oneof(
    fc.double(),
    fc.integer(),
    fc.constantFrom(null, undefined, NaN, Infinity, -Infinity, '1', true, {}, 10n),
  );
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const feature = new NumericFeature(reference, 3);
      for (const each of values) feature.record(each);
      const valid = values.filter((each): each is number => typeof each === 'number' && Number.isFinite(each));
      const missing = values.filter((each) => each === null || each === undefined || Number.isNaN(each)).length;
      const bins = reference.counts.map(
        (_, bin) => valid.filter((each) => reference.edges.filter((edge) => each > edge).length === bin).length,
      );
      expect(feature.values.counts()).toEqual(bins);
      expect(problems(feature)).toEqual({
        missing,
        invalid: values.length - valid.length - missing,
        unseen: 0,
        outlier: valid.filter((each) => Math.abs(each - 1) > 60).length,
        out_of_range: valid.filter((each) => each < -50 || each > 150).length,
      });
      expect(Number.isFinite(feature.values.sum)).toBe(true);
    }),
  );
});

test('values of a Float32Array are compared with rounded edges, minimum and maximum', () => {
  const numbers = [-0.7, -0.1, 0.1, 0.3, 0.7];
  const feature = new NumericFeature({ ...reference, edges: numbers.slice(0, 4), minimum: -0.7, maximum: 0.7 }, 100);
  feature.recordNumbers(Float32Array.from(numbers), numbers.length);
  expect(feature.values.counts()).toEqual([1, 1, 1, 1, 1]);
  expect(problems(feature)).toMatchObject({ out_of_range: 0 });
  feature.recordNumbers(Float32Array.of(-0.700001, 0.700001), 2);
  expect(problems(feature)).toMatchObject({ out_of_range: 2 });
});

test('values of any other array are compared exactly', () => {
  const feature = new NumericFeature({ ...reference, edges: [0.1], counts: [1, 1], maximum: 0.1 }, 100);
  feature.recordNumbers(Float64Array.of(0.1, Math.fround(0.1)), 2);
  expect(feature.values.counts()).toEqual([1, 1]);
  expect(problems(feature)).toMatchObject({ out_of_range: 1 });
});

test('a sum that would overflow stays finite', () => {
  const feature = new NumericFeature(reference, 3);
  for (let i = 0; i < 10; i++) feature.record(Number.MAX_VALUE);
  expect(feature.values.sum).toBe(Number.MAX_VALUE);
  expect(feature.countOf(4)).toBe(10);
});

test('around a constant nothing is an outlier, but everything else is out of range', () => {
  const feature = new NumericFeature({ ...reference, standardDeviation: 0, mean: 5, minimum: 5, maximum: 5 }, 3);
  for (const value of [5, 6]) feature.record(value);
  expect(problems(feature)).toMatchObject({ outlier: 0, out_of_range: 1 });
});
