import fc from 'fast-check';
import { comparedBins, orderedComparedBins } from '../../src/counts/compared-bins.ts';
import { binnedBy } from '../../src/distributions/binned-series.ts';
import { sideBySide } from '../../src/distributions/side-by-side.ts';
import type { SeriesList } from '../../src/query/answers.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import type { OrderOfBins } from '../../src/query/side-by-side.ts';
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
    'sum by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name, ml_feature_bin) ' +
      '(increase(ml_feature_observations_total[5m]))',
  );
  expect(shares).toContain('last_over_time(ml_reference_feature_ratio[5m])');
  expect(rows).toContain('ml_reference_rows');
});

test('against observations: the same counts of another time or version', () => {
  expect(textsOf(comparedBins, earlier)['baseline']).toContain('ml_feature_observations_total[5m] offset 1d');
  expect(textsOf(comparedBins, version)['baseline']).toContain('ml_feature_observations_total{ml_model_version="2"}');
});

test('bins stand in order where it matters, and one that only one side knows is empty on the other', () => {
  const read = readFrom(orderedComparedBins, query, {
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
          referenceTotal: 1,
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
    {
      bins: ['a'],
      live: [10],
      observations: 10,
      reference: undefined,
      referenceTotal: NaN,
      referenceObservations: NaN,
      used: 0,
    },
    {
      bins: ['a', 'b'],
      live: [0, 0],
      observations: 0,
      reference: [0.5, 0.5],
      referenceTotal: 1,
      referenceObservations: 100,
      used: 2,
    },
    {
      bins: ['a', 'b'],
      live: [10, 20],
      observations: 30,
      reference: [0.5, 0.5],
      referenceTotal: 1,
      referenceObservations: 100,
      used: 2,
    },
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
    { live: bins, baseline: bins },
  );
  expect(feature?.counts.map((counts) => counts?.referenceObservations)).toEqual([NaN, 240]);
});

test('a feature that only one side knows is a subject as well', () => {
  const other = { ...FEATURE, ml_feature_name: 'work' };
  const read = readFrom(comparedBins, query, {
    live: [bin('a', 50)],
    shares: [series({ ...other, ml_feature_bin: 'x' }, 1)],
    rows: [],
  });
  expect(read.map(({ labels, counts: [counts] }) => [labels, counts?.observations, counts?.reference])).toEqual([
    [FEATURE, 50, undefined],
    [other, 0, [1]],
  ]);
});

test('a host may put both sides together', () => {
  const asked: unknown[] = [];
  const live = [of('p', '≤1', 50), of('p', '>1', 50)];
  const shares = [of('p', '≤1', 0.5), of('p', '>1', 0.5)];
  const hosted: SeriesList = Object.assign([...live], {
    sideBySide: (reference: SeriesList, per: readonly string[], bin: string, ordered?: OrderOfBins) => {
      asked.push(reference);
      return sideBySide(binnedBy(live, per, bin), binnedBy(reference, per, bin), ordered);
    },
  });
  const selected = { shares, rows: [series({ ...FEATURE, ml_profile_id: 'p' }, 100)] };
  for (const counts of [comparedBins, orderedComparedBins]) {
    expect(readFrom(counts, query, { ...selected, live: hosted })).toEqual(
      readFrom(counts, query, { ...selected, live }),
    );
  }
  expect(asked).toEqual([shares, shares]);
});

const of = (profile: string, label: string, ...values: number[]) =>
  series({ ...FEATURE, ml_profile_id: profile, ml_feature_bin: label }, ...values);

test('against the training data each profile has its own reference', () => {
  const read = readFrom(comparedBins, query, {
    live: [of('p', '≤1', 50), of('p', '>1', 50), of('q', '≤2', 30), of('q', '>2', 10)],
    shares: [of('p', '≤1', 0.5), of('p', '>1', 0.5), of('q', '≤2', 0.75), of('q', '>2', 0.25)],
    rows: [series({ ...FEATURE, ml_profile_id: 'p' }, 100), series({ ...FEATURE, ml_profile_id: 'q' }, 900)],
  });
  expect(read.map(({ labels, counts: [counts] }) => [labels['ml_profile_id'], counts])).toEqual([
    [
      'p',
      {
        bins: ['≤1', '>1'],
        live: [50, 50],
        observations: 100,
        reference: [0.5, 0.5],
        referenceTotal: 1,
        referenceObservations: 100,
        used: 2,
      },
    ],
    [
      'q',
      {
        bins: ['≤2', '>2'],
        live: [30, 10],
        observations: 40,
        reference: [0.75, 0.25],
        referenceTotal: 1,
        referenceObservations: 900,
        used: 2,
      },
    ],
  ]);
});

describe.each([
  ['an earlier time', earlier],
  ['another version', version],
])('against %s', (_what, asked) => {
  const referenceOf = (live: ReturnType<typeof of>[], baseline: ReturnType<typeof of>[]) => {
    const read = readFrom(comparedBins, asked, { live, baseline });
    expect(read.map(({ labels }) => labels)).toEqual([FEATURE]);
    return read[0]?.counts.map((counts) => counts?.reference);
  };

  test('other profiles with the same bins are compared, and those of one side are added up', () => {
    const live = [of('p', '≤1', 20), of('p', '>1', 30), of('q', '≤1', 1), of('q', '>1', 2)];
    const baseline = [of('', '≤1', 40), of('', '>1', 10)];
    expect(readFrom(comparedBins, asked, { live, baseline })[0]?.counts).toEqual([
      {
        bins: ['≤1', '>1'],
        live: [21, 32],
        observations: 53,
        reference: [40, 10],
        referenceTotal: 50,
        referenceObservations: 50,
        used: 2,
      },
    ]);
  });

  test.each<[string, ReturnType<typeof of>[], ReturnType<typeof of>[]]>([
    ['sides whose bins differ', [of('p', '≤1', 50), of('p', '>1', 50)], [of('q', '≤2', 50), of('q', '>2', 50)]],
    ['a side that lacks a bin', [of('p', 'a', 50), of('p', 'b', 50)], [of('q', 'a', 50)]],
    ['a live side of two kinds of bins', [of('p', 'a', 50), of('q', 'b', 50)], [of('p', 'a', 50)]],
    ['a baseline of two kinds of bins', [of('p', 'a', 50)], [of('p', 'a', 50), of('q', 'b', 50)]],
    ['two sides of two kinds of bins', [of('p', 'a', 50), of('q', 'b', 50)], [of('p', 'a', 50), of('q', 'b', 50)]],
    [
      'one kind of bins within the other',
      [of('p', 'a', 9), of('q', 'a', 9), of('q', 'b', 9)],
      [of('q', 'a', 20), of('q', 'b', 20)],
    ],
  ])('%s are not compared', (_why, live, baseline) => {
    expect(referenceOf(live, baseline)).toEqual([undefined]);
  });

  test('each time stands for itself: a profile that is gone does not count', () => {
    const live = [of('p', 'a', 50, 50, NaN), of('q', 'b', NaN, 50, 50)];
    const baseline = [of('q', 'b', 20, 20, 20)];
    expect(referenceOf(live, baseline)).toEqual([undefined, undefined, [20]]);
  });
});

test('no observation is lost, whichever bins the sides know', () => {
  const side = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'other'), fc.nat(1000), { noNullPrototype: true });
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  fc.assert(
    fc.property(side, side, (live, shares) => {
      const binsOf = (counts: Record<string, number>) => Object.entries(counts).map(([label, n]) => bin(label, n));
      const read = readFrom(
        comparedBins,
        { ...query, minimumObservations: 0 },
        { live: binsOf(live), shares: binsOf(shares), rows: [] },
      );
      const [counts] = read.map((feature) => feature.counts[0]);
      expect(counts?.observations ?? 0).toBe(sum(Object.values(live)));
      expect(sum(counts?.reference ?? [])).toBe(sum(Object.values(shares)));
    }),
  );
});
