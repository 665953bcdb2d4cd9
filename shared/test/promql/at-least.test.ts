import { vector } from '@grafana/promql-builder';
import { atLeastMinimum } from '../../src/promql/at-least.ts';
import { toPromql } from '../../src/promql/to-promql.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';

const text = (change: { minimumObservations?: number }): string =>
  toPromql(atLeastMinimum(vector('n'), { ...DEFAULT_QUERY, ...change }).build());

test('observations that reach the minimum of the query, or the default one', () => {
  expect(text({ minimumObservations: 50 })).toBe('n >= 50');
  expect(text({})).toBe('n >= 200');
});

test('a comparison bin by bin needs observations for each bin, unless the query says otherwise', () => {
  const perBin = (change: { minimumObservations?: number }): string =>
    toPromql(atLeastMinimum(vector('n'), { ...DEFAULT_QUERY, ...change }, () => vector('bins')).build());
  expect(perBin({})).toBe('n >= clamp_min(bins * 20, 200)');
  expect(perBin({ minimumObservations: 50 })).toBe('n >= 50');
});

test('none at all are never enough', () => {
  expect(text({ minimumObservations: 0 })).toBe('n > 0');
});
