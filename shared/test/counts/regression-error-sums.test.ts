import { regressionErrorSums } from '../../src/counts/regression-error-sums.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

test('asks for the count and each of the sums', () => {
  const texts = textsOf(regressionErrorSums, DEFAULT_QUERY);
  expect(Object.entries(texts).map(([name, text]) => [name, /increase\((.*)\[5m\]/.exec(text)?.[1]])).toEqual([
    ['count', 'ml_outcome_error_count'],
    ['absolute', 'ml_outcome_error_sum'],
    ['squared', 'ml_outcome_error_squared_total'],
    ['above', 'ml_outcome_deviation_total{ml_deviation_side="above"}'],
    ['below', 'ml_outcome_deviation_total{ml_deviation_side="below"}'],
  ]);
});

test('a sum without a series has no value; without a count nothing is known', () => {
  const read = readFrom(regressionErrorSums, DEFAULT_QUERY, {
    count: [series(MODEL, 3, NaN)],
    absolute: [series(MODEL, 7, 7)],
    squared: [series(MODEL, 29, 29)],
    above: [series(MODEL, 2, 2)],
  });
  expect(read).toEqual([
    { labels: MODEL, counts: [{ count: 3, absolute: 7, squared: 29, above: 2, below: NaN }, undefined] },
  ]);
});
