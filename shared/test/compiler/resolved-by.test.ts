import { compile } from '../../src/compiler/compile.ts';
import { evaluate } from '../../src/compiler/evaluate.ts';
import { plan } from '../../src/compiler/plan.ts';
import { isWithin, resolvingQuery, sideOf } from '../../src/compiler/resolved-by.ts';
import { measureById } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';
import { parsePromql } from '../parse-promql.ts';
import { series } from '../counts/made-up-series.ts';

const LATENCY: MeasureQuery = { ...DEFAULT_QUERY, measure: 'latency-quantile', window: '1h', minimumObservations: 1 };
const resolved: MeasureQuery = {
  ...DEFAULT_QUERY,
  window: '1h',
  significance: 0.01,
  resolvedBy: { window: '5m', limit: 0.25 },
};

test('what resolves a query is the same over the shorter window, noise or not', () => {
  expect(resolvingQuery(resolved)).toEqual({ ...DEFAULT_QUERY, window: '5m' });
  expect(resolvingQuery(DEFAULT_QUERY)).toBeUndefined();
});

test('the store is asked over both windows', () => {
  const { resolvedBy: _, ...long } = resolved;
  expect(plan(resolved)).toEqual([...new Set([...plan(long), ...plan({ ...DEFAULT_QUERY, window: '5m' })])]);
});

test('in PromQL, values are left out where the short ones are within the limit', () => {
  const { resolvedBy: _, ...long } = resolved;
  const { promql } = compile(resolved);
  expect(promql).toBe(
    `(${compile(long).promql}) unless (${compile({ ...DEFAULT_QUERY, window: '5m' }).promql}) <= 0.25`,
  );
  parsePromql(promql);
  const below = compile({ ...DEFAULT_QUERY, measure: 'disparate-impact', resolvedBy: { window: '5m', limit: 0.8 } });
  expect(below.promql).toMatch(/ >= 0\.8$/);
  const either = compile({ ...DEFAULT_QUERY, measure: 'mean-shift', resolvedBy: { window: '5m', limit: 1 } });
  expect(either.promql).toMatch(/ unless abs\(.* <= 1$/s);
});

test('evaluated, they are left out where the short ones are known to be within the limit', () => {
  const asked: MeasureQuery = { ...LATENCY, measure: 'throughput', resolvedBy: { window: '5m', limit: 2 } };
  const [long = '', short = ''] = plan(asked);
  const labels = { ml_model_name: 'm', ml_model_version: '1' };
  const other = { ml_model_name: 'n', ml_model_version: '1' };
  const answers = {
    times: [1, 2, 3],
    series: new Map([
      [long, [series(labels, 10, 10, 10), series(other, 10, 10, 10)]],
      [short, [series(labels, 1, 3, NaN)]],
    ]),
  };
  expect(evaluate(asked, answers).map(({ values }) => values.value)).toEqual([
    [NaN, 10, 10],
    [10, 10, 10],
  ]);
});

test.each([
  ['psi', 0.25, true],
  ['psi', 0.26, false],
  ['psi', NaN, false],
  ['disparate-impact', 0.25, true],
  ['disparate-impact', 0.2, false],
  ['mean-shift', -0.3, false],
  ['mean-shift', -0.2, true],
] as const)('%s of %p', (id, value, within) => {
  expect(isWithin(measureById(id), value, 0.25)).toBe(within);
});

test('a measure without limits of its own is beyond one on its worse side', () => {
  expect([sideOf(measureById('accuracy')), sideOf(measureById('throughput'))]).toEqual(['below', 'above']);
});

test.each([
  [{ resolvedBy: { window: 'soon', limit: 1 } }, /resolvedBy.window is "soon"/],
  [{ resolvedBy: { window: '5m', limit: NaN } }, /resolvedBy.limit is NaN/],
  [{ resolvedBy: { window: '5m', limit: 1 }, show: 'observations' as const }, /shows observations/],
])('%j is refused', (fields, message) => {
  const ask = () => plan({ ...DEFAULT_QUERY, ...fields });
  expect(ask).toThrow(QueryError);
  expect(ask).toThrow(message);
});
