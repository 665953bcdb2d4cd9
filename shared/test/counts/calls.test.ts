import { callsPerSecond, failedCalls, failedCallsByType } from '../../src/counts/calls.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

const NAME = (part: string): string => `{__name__=~"ml_prediction_duration(_seconds)?_${part}"}`;

describe('failed calls', () => {
  test('are asked for by type of error', () => {
    expect(textsOf(failedCalls, DEFAULT_QUERY)).toEqual({
      calls: `sum by (ml_model_name, ml_model_version, error_type) (increase(${NAME('count')}[5m]))`,
    });
  });

  test('are those with a type of error, of all calls; a series may lack a time', () => {
    const read = readFrom(failedCalls, DEFAULT_QUERY, {
      calls: [
        series(MODEL, 90, 50, NaN, NaN),
        series({ ...MODEL, error_type: 'TypeError' }, 6, NaN, 3, NaN),
        series({ ...MODEL, error_type: 'timeout' }, 4, NaN, NaN, NaN),
      ],
    });
    expect(read).toEqual([
      {
        labels: MODEL,
        counts: [
          { numerator: 10, denominator: 100 },
          { numerator: 0, denominator: 50 },
          { numerator: 3, denominator: 3 },
          undefined,
        ],
      },
    ]);
  });
});

describe('failed calls by type of error', () => {
  test('are asked for as failed calls are', () => {
    expect(textsOf(failedCallsByType, DEFAULT_QUERY)).toEqual(textsOf(failedCalls, DEFAULT_QUERY));
  });

  test('are those of each type, of all calls of the model', () => {
    const timeout = { ...MODEL, error_type: 'timeout' };
    const read = readFrom(failedCallsByType, DEFAULT_QUERY, {
      calls: [
        series(MODEL, 90, NaN, 50),
        series({ ...MODEL, error_type: 'TypeError' }, 6, NaN, NaN),
        series(timeout, 4, 3, NaN),
      ],
    });
    expect(read.map(({ labels }) => labels['error_type'])).toEqual(['TypeError', 'timeout']);
    expect(read[1]).toEqual({
      labels: timeout,
      counts: [{ numerator: 4, denominator: 100 }, { numerator: 3, denominator: 3 }, undefined],
    });
  });
});

describe('calls a second', () => {
  test('are what the store says', () => {
    expect(textsOf(callsPerSecond, DEFAULT_QUERY)).toEqual({
      rate: `sum by (ml_model_name, ml_model_version) (rate(${NAME('count')}[5m]))`,
    });
    const read = readFrom(callsPerSecond, DEFAULT_QUERY, { rate: [series(MODEL, 2.5, NaN, 0)] });
    expect(read).toEqual([{ labels: MODEL, counts: [2.5, undefined, 0] }]);
  });
});
