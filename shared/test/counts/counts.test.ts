import { seriesOf, valueAt } from '../../src/counts/counts.ts';

test('a selection that the store does not know has no series', () => {
  const live = [{ labels: {}, values: [1] }];
  expect(seriesOf({ live }, 'live')).toBe(live);
  expect(seriesOf({ live }, 'baseline')).toEqual([]);
});

test('what is missing has no value', () => {
  const series = { labels: {}, values: [1, NaN] };
  expect([valueAt(series, 0), valueAt(series, 1), valueAt(series, 2), valueAt(undefined, 0)]).toEqual([
    1,
    NaN,
    NaN,
    NaN,
  ]);
});
