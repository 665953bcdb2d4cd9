import { noValues } from '../../src/backend/no-values.ts';
import { plan } from '../../src/compiler/plan.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import type { Series } from '../../src/query/answers.ts';
import { FEATURE, MODEL, series } from '../counts/made-up-series.ts';

const psi: MeasureQuery = { ...DEFAULT_QUERY, measure: 'psi' };
const accuracy: MeasureQuery = { ...DEFAULT_QUERY, measure: 'accuracy' };
const rates: MeasureQuery = { ...DEFAULT_QUERY, measure: 'selection-rate' };

/** What is said of the answers in which each text that matches has these series. */
function said(query: MeasureQuery, answers: readonly (readonly [RegExp, readonly Series[]])[]) {
  const texts = plan(query);
  const found = new Map(
    texts.map((text) => [text, answers.flatMap(([pattern, all]) => (pattern.test(text) ? all : []))] as const),
  );
  return noValues(query, { times: [60], series: found });
}

const BINS = ['a', 'b'];
const bins = (...counts: number[]) =>
  counts.map((count, i) => series({ ...FEATURE, ml_feature_bin: BINS[i] as string }, count));
const LIVE = /ml_feature_observations_total/;
const SHARES = [/ml_reference_feature_ratio/, bins(0.5, 0.5)] as const;
const TOGETHER = [/^count/, [series(MODEL, 1)]] as const;

test('nothing at all', () => {
  expect(said(psi, [])).toEqual({ reason: 'nothing recorded', needsOutcomes: false });
  expect(said(accuracy, [])).toEqual({ reason: 'nothing recorded', needsOutcomes: true });
});

test('too few observations, with their number and how many it takes', () => {
  expect(said(psi, [[LIVE, bins(60, 60)], SHARES, TOGETHER])).toEqual({
    reason: 'too few observations',
    observations: 120,
    minimum: 200,
  });
});

test('it takes 20 observations for each bin that the baseline uses', () => {
  const many = (value: number) =>
    Array.from({ length: 30 }, (_, i) => series({ ...FEATURE, ml_feature_bin: `${i}` }, value));
  expect(said(psi, [[LIVE, many(10)], [/ml_reference_feature_ratio/, many(1 / 30)], TOGETHER])).toEqual({
    reason: 'too few observations',
    observations: 300,
    minimum: 600,
  });
});

test('training data without traffic', () => {
  expect(said(psi, [SHARES, TOGETHER])).toEqual({ reason: 'too few observations', observations: 0, minimum: 200 });
});

test('nothing to compare with', () => {
  expect(said(psi, [[LIVE, bins(600, 600)]])).toEqual({ reason: 'no baseline' });
});

test('all within noise', () => {
  const query = { ...psi, significance: 0.05 };
  const alike = [
    [LIVE, bins(600, 600)],
    SHARES,
    [/ml_reference_feature_rows|ml_reference_rows/, [series(FEATURE, 1000)]],
    TOGETHER,
  ] as const;
  expect(said(query, alike)).toEqual({ reason: 'noise' });
});

test('no outcomes in the window', () => {
  const cell = series({ ...MODEL, ml_outcome_predicted: 'a', ml_outcome_actual: 'a' }, 0);
  expect(said(accuracy, [[/ml_outcomes_total/, [cell]]])).toEqual({ reason: 'no ground truth' });
});

test('a formula without a value', () => {
  const cell = series({ ...MODEL, ml_outcome_predicted: 'a', ml_outcome_actual: 'a' }, 500);
  const query = { ...DEFAULT_QUERY, measure: 'precision', favorable: 'b' };
  expect(said(query, [[/ml_outcomes_total/, [cell]]])).toEqual({ reason: 'undefined' });
});

test('groups that are too small: their number is not told', () => {
  const group = series({ ...MODEL, ml_group_attribute: 'sex', ml_group_value: 'x', ml_prediction_class: 'a' }, 4);
  expect(said({ ...rates, favorable: 'a' }, [[/ml_group_predictions_total/, [group]]])).toEqual({
    reason: 'small groups',
    minimum: 10,
  });
});

const impact: MeasureQuery = { ...DEFAULT_QUERY, measure: 'disparate-impact', favorable: 'a', privileged: 'x' };
const people = (sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).map(([value, size]) =>
    series({ ...MODEL, ml_group_attribute: 'sex', ml_group_value: value, ml_prediction_class: 'a' }, size),
  );

test.each([
  ['both groups', { x: 60, y: 90 }],
  ['the group', { x: 600, y: 90 }],
  ['the reference group', { x: 90, y: 600 }],
])('regression: %s may be shown and has too few observations to compare', (_, sizes) => {
  expect(said(impact, [[/ml_group_predictions_total/, people(sizes)]])).toEqual({
    reason: 'too few observations',
    minimum: 200,
  });
});

test('groups that are compared are too small', () => {
  expect(said(impact, [[/ml_group_predictions_total/, people({ x: 4, y: 5 })]])).toEqual({
    reason: 'small groups',
    minimum: 10,
  });
});

test('regression: an earlier window with too few observations is no baseline', () => {
  const query: MeasureQuery = { ...psi, baseline: { kind: 'earlier', offset: '1d' } };
  expect(
    said(query, [[/offset 1d/, bins(30, 30)], [/ml_feature_observations_total\[5m\]\)/, bins(600, 600)], TOGETHER]),
  ).toEqual({ reason: 'no baseline' });
});
