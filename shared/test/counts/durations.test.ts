import { METRICS } from '../../src/conventions/metrics.ts';
import { durationCounts } from '../../src/counts/durations.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

const COUNTS = durationCounts(METRICS.predictionDuration);
const NAME = (part: string): string => `{__name__=~"ml_prediction_duration(_seconds)?_${part}"}`;

test('durations are asked for by bucket', () => {
  expect(textsOf(COUNTS, DEFAULT_QUERY)).toEqual({
    count: `sum by (ml_model_name, ml_model_version) (increase(${NAME('count')}[5m]))`,
    buckets: `sum by (le, ml_model_name, ml_model_version) (increase(${NAME('bucket')}[5m]))`,
  });
});

test('buckets have their bounds as numbers; one without a value is left out', () => {
  const bucket = (le: string, ...values: number[]) => series({ ...MODEL, le }, ...values);
  const [model] = readFrom(COUNTS, DEFAULT_QUERY, {
    count: [series(MODEL, 8, 9, NaN)],
    buckets: [bucket('0.1', 5, NaN, 1), bucket('1e+00', 7, 6, 1), bucket('+Inf', 8, 9, 1)],
  });
  expect(model?.counts).toEqual([
    {
      count: 8,
      buckets: [
        { upperBound: 0.1, count: 5 },
        { upperBound: 1, count: 7 },
        { upperBound: Infinity, count: 8 },
      ],
    },
    {
      count: 9,
      buckets: [
        { upperBound: 1, count: 6 },
        { upperBound: Infinity, count: 9 },
      ],
    },
    undefined,
  ]);
});
