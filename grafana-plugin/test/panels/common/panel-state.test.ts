import { getDefaultTimeRange, LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import type { ExplainedNoValues } from '../../../src/common/no-values.ts';
import { panelState } from '../../../src/panels/common/panel-state.ts';
import { measureFrame } from '../../frames.ts';

const values = measureFrame({ measure: 'psi' }, { ml_feature_name: 'age' }, [0.1]);
const empty = (noValues: ExplainedNoValues, refId = 'A'): DataFrame => ({
  refId,
  length: 0,
  fields: [],
  meta: { custom: { measure: 'psi', noValues } },
});
const asking = (...targets: object[]): Partial<PanelData> =>
  ({ request: { targets: targets.map((target, i) => ({ refId: 'AB'[i], ...target })) } }) as unknown as PanelData;
const of = (series: DataFrame[], parts: Partial<PanelData> = {}) =>
  panelState({ state: LoadingState.Done, series, timeRange: getDefaultTimeRange(), ...asking({}), ...parts });

test('values are all that there is to say', () => {
  expect(of([values])).toEqual({ kind: 'values', frames: [values], asides: [] });
});

test('regression: a dead store is an error with the letter of its query, never a model without drift', () => {
  const errors = [{ refId: 'A', message: 'The store at http://store cannot be reached.' }];
  expect(of([], { state: LoadingState.Error, errors })).toEqual({
    kind: 'error',
    title: 'The query failed',
    text: 'Query A: The store at http://store cannot be reached.',
  });
});

test('an error is also read where it stands alone, and without a message', () => {
  expect(of([], { error: { message: 'down' } })).toMatchObject({ kind: 'error', text: 'down' });
  expect(of([], { error: { data: { message: 'refused' } } })).toMatchObject({ text: 'refused' });
  expect(of([], { error: {} })).toMatchObject({ text: 'The data source gives no reason.' });
});

test('a name of a query that nobody wrote is left out', () => {
  expect(of([], { error: { refId: 'A-live', message: 'down' } })).toMatchObject({ text: 'down' });
});

test('regression: one query that fails does not empty the others', () => {
  const parts = { ...asking({}, {}), errors: [{ refId: 'B', message: 'down' }] };
  expect(of([values], parts)).toEqual({ kind: 'values', frames: [values], asides: ['Query B: down'] });
});

test('beside values, it is said which query has none', () => {
  const few = empty({ reason: 'too few observations', observations: 120, minimum: 200 }, 'B');
  expect(of([values, few], asking({}, {}))).toMatchObject({
    asides: [expect.stringMatching(/^Query B: Too few observations\. 120 of 200/)],
  });
});

test.each<[ExplainedNoValues, string, string]>([
  [
    { reason: 'unknown', what: 'model', asked: ['incme'], known: ['income', 'demand'] },
    'The model “incme” did not report',
    'These did in this time range: income, demand.',
  ],
  [
    { reason: 'unknown', what: 'feature', asked: ['a', 'b'], known: [...'cdefghijklm'] },
    'None of these features reported: “a”, “b”',
    'These did in this time range: c, d, e, f, g, h, i, j and 3 more.',
  ],
  [
    { reason: 'unknown', what: 'group', asked: ['sex'], known: [] },
    'The group attribute “sex” did not report',
    'No group attribute did in this time range.',
  ],
  [{ reason: 'unknown', what: 'model', asked: [], known: [] }, 'No model reports', 'Set up a service'],
  [{ reason: 'too few observations', observations: 1200, minimum: 4000 }, 'Too few observations', '1,200 of 4,000'],
  [{ reason: 'too few observations', observations: 0, minimum: 200 }, 'No observations in the window', '0 of 200'],
  [{ reason: 'too few observations', minimum: 200 }, 'Too few observations', 'Each group needs 200'],
  [{ reason: 'small groups', minimum: 10 }, 'Groups too small', 'fewer people than may be shown'],
  [{ reason: 'no ground truth' }, 'No ground truth yet', 'Record outcomes'],
  [{ reason: 'no baseline' }, 'Nothing to compare with', 'another baseline'],
  [{ reason: 'noise' }, 'Within noise', 'sampling noise'],
  [{ reason: 'undefined' }, 'No value', 'not defined'],
  [{ reason: 'nothing recorded', needsOutcomes: false }, 'Nothing recorded', 'another time range'],
])('%j is told apart', (why, title, text) => {
  expect(of([empty(why)])).toEqual({ kind: why.reason, title, text: expect.stringContaining(text) });
});

test('loading, unless there is something to show already', () => {
  const loading = { state: LoadingState.Loading };
  expect(of([], loading)).toEqual({ kind: 'loading' });
  expect(of([values], loading)).toMatchObject({ kind: 'values' });
  expect(of([empty({ reason: 'no ground truth' })], loading)).toMatchObject({ kind: 'no ground truth' });
});

test('nothing is asked where every query is hidden', () => {
  expect(of([], asking())).toMatchObject({ kind: 'nothing asked' });
  expect(of([], asking({ hide: true }))).toMatchObject({ kind: 'nothing asked' });
});

test('a frame of another data source without values is nothing recorded', () => {
  expect(of([measureFrame(undefined, {}, [null, null])])).toMatchObject({ kind: 'nothing recorded' });
});
