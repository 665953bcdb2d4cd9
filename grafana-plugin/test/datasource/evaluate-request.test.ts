import { LoadingState, type DataFrame } from '@grafana/data';
import { evaluateRequest } from '../../src/datasource/evaluate-request.ts';
import { planRequest, type PlannedRequest } from '../../src/datasource/prometheus-targets.ts';
import { DEFAULT_DRIFTLINE_QUERY, type CompleteQuery } from '../../src/datasource/types.ts';
import { storeFrame } from '../frames.ts';

const query = (refId: string, change: Partial<CompleteQuery> = {}): CompleteQuery => ({
  ...DEFAULT_DRIFTLINE_QUERY,
  refId,
  ...change,
});

const MODEL = { ml_model_name: 'income', ml_model_version: '1' };
const bin = (feature: string, label: string) => ({ ...MODEL, ml_feature_name: feature, ml_feature_bin: label });

/** Frames for the targets of a request: live counts, shares of the reference, rows. */
function stored({ targets }: PlannedRequest): DataFrame[] {
  return targets.flatMap(({ target: { refId, expr } }) => {
    if (expr.includes('missing_ratio')) return [storeFrame(refId, { ...MODEL, ml_feature_name: 'age' }, [1000, 1000])];
    if (expr.includes('reference_feature_ratio')) {
      return [storeFrame(refId, bin('age', '≤25'), [0.2, 0.2]), storeFrame(refId, bin('age', '>25'), [0.8, 0.8])];
    }
    return [storeFrame(refId, bin('age', '>25'), [200, 500]), storeFrame(refId, bin('age', '≤25'), [300, 500])];
  });
}

const valuesOf = (frames: readonly DataFrame[], refId: string): unknown =>
  frames.find((each) => each.refId === refId)?.fields[1]?.values;

test('each query gets its own frames out of what was asked once', () => {
  const planned = planRequest([
    query('A', { measure: 'total-variation' }),
    query('B', { measure: 'kolmogorov-smirnov' }),
  ]);
  const { data, state, errors } = evaluateRequest(planned, { data: stored(planned) });
  expect([state, errors]).toEqual([LoadingState.Done, undefined]);
  // 300 of 500 against 0.2, and 500 of 1000 against 0.2.
  expect(valuesOf(data, 'A')).toEqual([expect.closeTo(0.4, 12), expect.closeTo(0.3, 12)]);
  expect(valuesOf(data, 'B')).toEqual([expect.closeTo(0.4, 12), expect.closeTo(0.3, 12)]);
});

test('bins are in order and carry the name of their label', () => {
  const planned = planRequest([query('A', { measure: 'live-share' })]);
  const { data } = evaluateRequest(planned, { data: stored(planned) });
  expect(data.map((each: DataFrame) => each.meta?.custom)).toEqual([
    { measure: 'live-share', subject: 'bin', bin: 'ml_feature_bin' },
    { measure: 'live-share', subject: 'bin', bin: 'ml_feature_bin' },
  ]);
});

test('a text that fails fails the queries that asked for it, under their identifiers, and no other', () => {
  const planned = planRequest([query('A'), query('B', { measure: 'accuracy' })]);
  const failing = planned.targets.find(({ askedBy }) => askedBy.includes('B'));
  const { data, state, errors, error } = evaluateRequest(planned, {
    data: stored(planned),
    errors: [{ refId: failing?.target.refId ?? '', message: 'query timed out' }],
  });
  expect(state).toBe(LoadingState.Error);
  expect(errors).toEqual([expect.objectContaining({ refId: 'B', message: 'query timed out' })]);
  expect(error).toEqual(errors?.[0]);
  expect(valuesOf(data, 'A')).toHaveLength(2);
});

test('an error without an identifier fails every query', () => {
  const planned = planRequest([query('A'), query('B')]);
  const { data, errors } = evaluateRequest(planned, { data: [], errors: [{ message: 'connection refused' }] });
  expect(data).toEqual([]);
  expect(errors?.map(({ refId }) => refId)).toEqual(['A', 'B']);
});

test('nothing in the store is no frame and no error', () => {
  const planned = planRequest([query('A')]);
  expect(evaluateRequest(planned, { data: [] })).toEqual({ data: [], state: LoadingState.Done });
});
