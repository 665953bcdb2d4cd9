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
    fc.constantFrom(null, undefined, NaN, Infinity, -Infinity, '1', ' -2.5e1 ', '', 'x', true, {}, 10n),
  );
  fc.assert(
    fc.property(fc.array(value), (values) => {
      const feature = new NumericFeature(reference, 3);
      for (const each of values) feature.record(each);
      const read: Record<string, number> = { '1': 1, ' -2.5e1 ': -25 };
      const numberIn = (each: unknown): unknown =>
        typeof each === 'string' ? read[each] : typeof each === 'bigint' ? Number(each) : each;
      const valid = values.map(numberIn).filter((each): each is number => Number.isFinite(each));
      const missing = values.filter((each) => each === null || each === undefined || each === '' || Number.isNaN(each));
      const bins = reference.counts.map(
        (_, bin) => valid.filter((each) => reference.edges.filter((edge) => each > edge).length === bin).length,
      );
      expect(feature.values.counts()).toEqual(bins);
      expect(problems(feature)).toEqual({
        missing: missing.length,
        invalid: values.length - valid.length - missing.length,
        unseen: 0,
        outlier: valid.filter((each) => Math.abs(each - 1) > 60).length,
        out_of_range: valid.filter((each) => each < -50 || each > 150).length,
        converted: values.filter((each) => typeof each === 'string' && each in read).length,
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

test.each([
  ['with a standard deviation', {}, 1 + 20 * 1e6],
  ['around a constant', { standardDeviation: 0, minimum: 1, maximum: 1 }, 0],
])('an absurd value is an outlier in its bin, %s', (_what, change, sum) => {
  const feature = new NumericFeature({ ...reference, ...change }, Infinity);
  feature.record(1.7e18);
  expect(problems(feature)).toMatchObject({ outlier: 1, out_of_range: 1 });
  expect([feature.countOf(4), feature.values.sum]).toEqual([1, sum]);
});

test('around a constant nothing is an outlier, but everything else is out of range', () => {
  const feature = new NumericFeature({ ...reference, standardDeviation: 0, mean: 5, minimum: 5, maximum: 5 }, 3);
  for (const value of [5, 6]) feature.record(value);
  expect(problems(feature)).toMatchObject({ outlier: 0, out_of_range: 1 });
});

test.each(['0x10', '1_000', 'Infinity', '1e400', '1,5', '1 000', 'true', '१'])('the text %p is no number', (value) => {
  const feature = new NumericFeature(reference, 3);
  feature.record(value);
  expect(problems(feature)).toMatchObject({ invalid: 1, converted: 0, missing: 0 });
});

test('marks are missing in every type, and in rounded columns', () => {
  const feature = new NumericFeature(reference, 3, ['-999.9', '?', 'NA']);
  const marks = [-999.9, '-999.9', ' -999.90 ', '?', ' NA', 'nan'];
  for (const value of marks) feature.record(value);
  feature.recordNumbers(Float32Array.of(-999.9, 1), 2);
  feature.recordNumbers(Float64Array.of(-999.9, 1), 2);
  expect(problems(feature)).toMatchObject({ missing: marks.length + 2, invalid: 0, out_of_range: 0, converted: 0 });
  expect(feature.values.counts()).toEqual([0, 0, 0, 2, 0]);
});

describe('truth values', () => {
  const ofCoin = { ...reference, edges: [0], counts: [7, 3], mean: 0.3, minimum: 0, maximum: 1 };
  const coin = { ...ofCoin, standardDeviation: Math.sqrt((0.3 * 0.7 * 10) / 9) };

  test('are 0 and 1 where the training data has nothing else', () => {
    const feature = new NumericFeature(coin, 3);
    for (const value of [true, false, 'True', 1n, '0.0']) feature.record(value);
    expect(feature.values.counts()).toEqual([2, 3]);
    expect(problems(feature)).toMatchObject({ invalid: 0, converted: 4 });
  });

  test.each([
    ['values between', { ...coin, standardDeviation: coin.standardDeviation - 1e-6 }],
    ['larger values', { ...coin, maximum: 2 }],
  ])('are no numbers where it has %s', (_what, other) => {
    const feature = new NumericFeature(other, 3);
    feature.record(true);
    expect(problems(feature)).toMatchObject({ invalid: 1, converted: 0 });
  });

  test.each([0, 1])('are known where it has nothing but %p', (constant) => {
    const only = { ...coin, edges: [], counts: [5], mean: constant, standardDeviation: 0, minimum: constant };
    const feature = new NumericFeature({ ...only, maximum: constant }, 3);
    feature.record(constant === 1);
    expect(problems(feature)).toMatchObject({ invalid: 0, converted: 1, out_of_range: 0 });
  });
});

const { Float16Array } = globalThis as { readonly Float16Array?: { from(values: number[]): ArrayLike<number> } };
const withHalves = Float16Array === undefined ? test.skip : test;

withHalves('values of a Float16Array are compared with rounded edges too', () => {
  const numbers = [-0.7, -0.1, 0.1, 0.3, 0.7];
  const feature = new NumericFeature({ ...reference, edges: numbers.slice(0, 4), minimum: -0.7, maximum: 0.7 }, 100);
  feature.recordNumbers(Float16Array?.from(numbers) as ArrayLike<number>, numbers.length);
  expect(feature.values.counts()).toEqual([1, 1, 1, 1, 1]);
  expect(problems(feature)).toMatchObject({ out_of_range: 0 });
});
