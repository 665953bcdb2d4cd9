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

const PER = 'sum by (ml_model_name, ml_model_version)';
const OBSERVED =
  `${PER} (increase(ml_feature_observations_total[5m])) > 0` +
  ` or ${PER} (increase(ml_feature_problems_total[5m])) > 0`;

test('what resolves a query is the same over the shorter window, noise or not', () => {
  expect(resolvingQuery(resolved)).toEqual({ ...DEFAULT_QUERY, window: '5m' });
  expect(resolvingQuery(DEFAULT_QUERY)).toBeUndefined();
});

test('the store is asked over both windows', () => {
  const { resolvedBy: _, ...long } = resolved;
  const both = [...new Set([...plan(long), ...plan({ ...DEFAULT_QUERY, window: '5m' })])];
  expect(plan(resolved)).toEqual([...both, OBSERVED]);
});

test('in PromQL, values are left out where the short ones are within the limit', () => {
  const { resolvedBy: _, ...long } = resolved;
  const { promql } = compile(resolved);
  expect(promql).toBe(
    `(${compile(long).promql}) unless (${compile({ ...DEFAULT_QUERY, window: '5m' }).promql}) <= 0.25` +
      ` and on (ml_model_name, ml_model_version) (${OBSERVED})`,
  );
  parsePromql(promql);
  const below = compile({ ...DEFAULT_QUERY, measure: 'disparate-impact', resolvedBy: { window: '5m', limit: 0.8 } });
  expect(below.promql).toContain(' >= 0.8 and on ');
  const either = compile({ ...DEFAULT_QUERY, measure: 'mean-shift', resolvedBy: { window: '5m', limit: 1 } });
  expect(either.promql).toMatch(/ unless abs\(.* <= 1 and on /s);
});

describe('evaluated', () => {
  const labels = { ml_model_name: 'm', ml_model_version: '1' };
  const other = { ml_model_name: 'n', ml_model_version: '1' };
  const valuesOf = (change: Partial<MeasureQuery>, shorts: readonly number[], calls: readonly number[]) => {
    const asked: MeasureQuery = { ...LATENCY, measure: 'throughput', ...change };
    const [long = '', short = '', active = ''] = plan(asked);
    const answers = {
      times: [1, 2, 3],
      series: new Map([
        [long, [series(labels, 10, 10, 10), series(other, 10, 10, 10)]],
        [short, [series(labels, ...shorts)]],
        [active, [series(labels, ...calls)]],
      ]),
    };
    return evaluate(asked, answers).map(({ values }) => values.value);
  };
  const resolvedBy = { window: '5m', limit: 2 };

  test('values are left out where the short ones are known to be within the limit', () => {
    expect(valuesOf({ resolvedBy }, [1, 3, NaN], [9, 9, 9])[0]).toEqual([NaN, 10, 10]);
  });

  test('they are left out where nothing was counted in the short window', () => {
    expect(valuesOf({ resolvedBy }, [3, 3, NaN], [9, NaN, NaN])).toEqual([
      [10, NaN, NaN],
      [NaN, NaN, NaN],
    ]);
  });

  test('those of models that run in batches are not', () => {
    const batchModels = ['n'];
    expect(valuesOf({ resolvedBy, batchModels }, [3, 3, NaN], [9, NaN, NaN])).toEqual([
      [10, NaN, NaN],
      [10, 10, 10],
    ]);
    const asked = { ...LATENCY, where: { model: ['n'] }, resolvedBy, batchModels };
    // Of batches alone the store is not asked.
    expect(plan(asked).filter((text) => text.endsWith(' > 0'))).toEqual([]);
    expect(compile(asked).promql).toMatch(/ <= 2$/);
  });

  test('they are left out where the critical alert has taken their place over both windows', () => {
    const superseded = { ...resolvedBy, supersededAt: 8 };
    expect(valuesOf({ resolvedBy: superseded }, [9, 7, NaN], [9, 9, 9])[0]).toEqual([NaN, 10, NaN]);
    expect(valuesOf({ resolvedBy: { ...superseded, supersededAt: 11 } }, [9, 7, NaN], [9, 9, 9])[0]).toEqual([
      10, 10, 10,
    ]);
  });
});

test('a superseded value is left out in PromQL too', () => {
  const asked: MeasureQuery = { ...LATENCY, resolvedBy: { window: '5m', limit: 2, supersededAt: 8 } };
  const { promql } = compile(asked);
  const { resolvedBy: _, ...long } = asked;
  const [values, short] = [compile(long), compile({ ...long, window: '5m' })].map((each) => `(${each.promql})`);
  expect(promql).toContain(`${values} unless ${short} <= 2 unless (${values} > 8 unless ${short} <= 8) and on `);
  parsePromql(promql);
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
  [{ resolvedBy: { window: '5m', limit: 1, supersededAt: Infinity } }, /resolvedBy.supersededAt is Infinity/],
  [{ resolvedBy: { window: '5m', limit: 1 }, show: 'observations' as const }, /shows observations/],
])('%j is refused', (fields, message) => {
  const ask = () => plan({ ...DEFAULT_QUERY, ...fields });
  expect(ask).toThrow(QueryError);
  expect(ask).toThrow(message);
});
