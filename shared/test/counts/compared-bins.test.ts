import fc from 'fast-check';
import { comparedBins } from '../../src/counts/compared-bins.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { FEATURE, readFrom, series, textsOf } from './made-up-series.ts';

const query: MeasureQuery = { ...DEFAULT_QUERY, minimumObservations: 10 };
const earlier: MeasureQuery = { ...query, baseline: { kind: 'earlier', offset: '1d' } };
const version: MeasureQuery = {
  ...query,
  where: { version: ['1'] },
  baseline: { kind: 'version', version: '2' },
};

const bin = (label: string, ...values: number[]) => series({ ...FEATURE, ml_feature_bin: label }, ...values);

test('against the profile: live counts, shares and training rows', () => {
  const { live, shares, rows } = textsOf(comparedBins, query);
  expect(live).toBe(
    'sum by (ml_model_name, ml_model_version, ml_feature_name, ml_feature_bin) ' +
      '(increase(ml_feature_observations_total[5m]))',
  );
  expect(shares).toContain('last_over_time(ml_reference_feature_ratio[5m])');
  expect(rows).toContain('ml_reference_rows');
});

test('against observations: the same counts of another time or version', () => {
  expect(textsOf(comparedBins, earlier)['baseline']).toContain('ml_feature_observations_total[5m] offset 1d');
  expect(textsOf(comparedBins, version)['baseline']).toContain('ml_feature_observations_total{ml_model_version="2"}');
});

test('bins stand in order, and one that only one side knows is empty on the other', () => {
  const read = readFrom(comparedBins, query, {
    live: [bin('>2', 30), bin('≤1', 10)],
    shares: [bin('(1, 2]', 0.25), bin('≤1', 0.75)],
    rows: [series(FEATURE, 1000)],
  });
  expect(read).toEqual([
    {
      labels: FEATURE,
      counts: [
        {
          bins: ['≤1', '(1, 2]', '>2'],
          live: [10, 0, 30],
          observations: 40,
          reference: [0.75, 0.25, 0],
          referenceObservations: 1000,
          used: 2,
        },
      ],
    },
  ]);
});

test('each time stands for itself: neither side, one of them, both', () => {
  const [feature] = readFrom(comparedBins, query, {
    live: [bin('a', NaN, 10, NaN, 10), bin('b', NaN, NaN, NaN, 20)],
    shares: [bin('a', NaN, NaN, 0.5, 0.5), bin('b', NaN, NaN, 0.5, 0.5)],
    rows: [series(FEATURE, NaN, NaN, 100, 100)],
  });
  expect(feature?.counts).toEqual([
    undefined,
    { bins: ['a', 'b'], live: [10, 0], observations: 10, reference: undefined, referenceObservations: NaN, used: 0 },
    { bins: ['a', 'b'], live: [0, 0], observations: 0, reference: [0.5, 0.5], referenceObservations: 100, used: 2 },
    { bins: ['a', 'b'], live: [10, 20], observations: 30, reference: [0.5, 0.5], referenceObservations: 100, used: 2 },
  ]);
});

test('too few observations are no baseline', () => {
  const [feature] = readFrom(comparedBins, earlier, {
    live: [bin('a', 50, 50)],
    baseline: [bin('a', 9, 10)],
  });
  expect(feature?.counts.map((counts) => [counts?.reference, counts?.referenceObservations])).toEqual([
    [undefined, NaN],
    [[10], 10],
  ]);
});

test('a baseline of many bins needs observations for each of them', () => {
  const bins = Array.from({ length: 12 }, (_, i) => bin(`bin ${i}`, i === 0 ? 19 : 20, 20));
  const [feature] = readFrom(
    comparedBins,
    { ...earlier, minimumObservations: undefined },
    { live: [bin('bin 0', 50, 50)], baseline: bins },
  );
  expect(feature?.counts.map((counts) => counts?.referenceObservations)).toEqual([NaN, 240]);
});

test('a feature that only one side knows is a subject as well', () => {
  const other = { ...FEATURE, ml_feature_name: 'work' };
  const read = readFrom(comparedBins, earlier, {
    live: [bin('a', 50)],
    baseline: [series({ ...other, ml_feature_bin: 'x' }, 60)],
  });
  expect(read.map(({ labels, counts: [counts] }) => [labels, counts?.observations, counts?.reference])).toEqual([
    [FEATURE, 50, undefined],
    [other, 0, [60]],
  ]);
});

test('two versions whose bins differ cannot be compared, two times of one version can', () => {
  const sides = { live: [bin('≤1', 50), bin('>1', 50)], baseline: [bin('≤2', 50), bin('>2', 50)] };
  expect(readFrom(comparedBins, version, sides)[0]?.counts[0]?.reference).toBeUndefined();
  expect(readFrom(comparedBins, earlier, sides)[0]?.counts[0]?.reference).toEqual([0, 50, 0, 50]);
  const same = { live: [bin('≤1', 50), bin('>1', 50)], baseline: [bin('≤1', 20), bin('>1', 30)] };
  expect(readFrom(comparedBins, version, same)[0]?.counts[0]?.reference).toEqual([20, 30]);
});

test('no observation is lost, whichever bins the sides know', () => {
  const side = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'other'), fc.nat(1000), { noNullPrototype: true });
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  fc.assert(
    fc.property(side, side, (live, baseline) => {
      const binsOf = (counts: Record<string, number>) => Object.entries(counts).map(([label, n]) => bin(label, n));
      const read = readFrom(
        comparedBins,
        { ...earlier, minimumObservations: 0 },
        { live: binsOf(live), baseline: binsOf(baseline) },
      );
      const [counts] = read.map((feature) => feature.counts[0]);
      expect(counts?.observations ?? 0).toBe(sum(Object.values(live)));
      expect(sum(counts?.reference ?? [])).toBe(sum(Object.values(baseline)));
    }),
  );
});
