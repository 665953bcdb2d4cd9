import { singleBins } from '../../src/counts/single-bins.ts';
import { comparedBins } from '../../src/counts/compared-bins.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { FEATURE, readFrom, series, textsOf } from './made-up-series.ts';

const bin = (label: string) => ({ ...FEATURE, ml_feature_bin: label });

test('asks the store for what compared bins ask', () => {
  expect(textsOf(singleBins, DEFAULT_QUERY)).toEqual(textsOf(comparedBins, DEFAULT_QUERY));
});

test('each bin is a subject, beside the totals of its distribution', () => {
  const read = readFrom(singleBins, DEFAULT_QUERY, {
    live: [series(bin('≤1'), 10, NaN), series(bin('>1'), 30, NaN)],
    shares: [series(bin('≤1'), 0.5, NaN), series(bin('>1'), 0.25, NaN)],
    rows: [series(FEATURE, 800, NaN)],
  });
  const common = { observations: 40, referenceTotal: 0.75, referenceObservations: 800, used: 2 };
  expect(read).toEqual([
    { labels: bin('≤1'), counts: [{ ...common, live: 10, reference: 0.5 }, undefined] },
    { labels: bin('>1'), counts: [{ ...common, live: 30, reference: 0.25 }, undefined] },
  ]);
});

test('a bin without a baseline has none of its numbers', () => {
  const [only] = readFrom(singleBins, DEFAULT_QUERY, { live: [series(bin('all'), 10)] });
  expect(only?.counts).toEqual([
    { live: 10, observations: 10, reference: NaN, referenceTotal: NaN, referenceObservations: NaN, used: 0 },
  ]);
});
