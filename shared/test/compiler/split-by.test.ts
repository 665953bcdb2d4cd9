import { compile } from '../../src/compiler/compile.ts';
import { evaluate } from '../../src/compiler/evaluate.ts';
import { plan } from '../../src/compiler/plan.ts';
import type { Series } from '../../src/query/answers.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { FEATURE, MODEL, series } from '../counts/made-up-series.ts';
import { answersFor } from './answers-for.ts';

const together: MeasureQuery = { ...DEFAULT_QUERY, minimumObservations: 100 };
const query: MeasureQuery = { ...together, byReplica: true };

const LIVE = /ml_feature_observations_total/;
const SHARES = /ml_reference_feature_ratio/;
const ROWS = /ml_reference_rows/;
const TOGETHER = /^count by .*ml_reference_feature_missing_ratio/;

/** What one replica exports: as many live values in each of two bins. */
function replica(instance: Readonly<Record<string, string>>, low: number, high: number) {
  const bin = (label: string, value: number): Series =>
    series({ ...FEATURE, ...instance, ml_feature_bin: label }, value);
  return {
    live: [bin('≤1', low), bin('>1', high)],
    shares: [bin('≤1', 0.5), bin('>1', 0.5)],
    rows: [series({ ...FEATURE, ...instance }, 1000)],
    together: [series({ ...MODEL, ...instance }, 1)],
  };
}

function answersOf(asked: MeasureQuery, replicas: readonly ReturnType<typeof replica>[]) {
  return answersFor(
    asked,
    [60],
    [
      [LIVE, replicas.flatMap(({ live }) => live)],
      [SHARES, replicas.flatMap(({ shares }) => shares)],
      [ROWS, replicas.flatMap(({ rows }) => rows)],
      [TOGETHER, replicas.flatMap((each) => each.together)],
    ],
  );
}

test('each replica has what it would have if it were alone', () => {
  const one = { instance: 'one:9464' };
  const other = { instance: 'other:9464' };
  const frames = evaluate(query, answersOf(query, [replica(one, 900, 100), replica(other, 300, 300)]));
  expect(frames.map(({ name, labels }) => [name, labels])).toEqual([
    ['age one:9464', { ...FEATURE, ...one }],
    ['age other:9464', { ...FEATURE, ...other }],
  ]);
  const alone = [replica({}, 900, 100), replica({}, 300, 300)].map(
    (each) => evaluate(together, answersOf(together, [each]))[0]?.values,
  );
  expect(frames.map(({ values }) => values)).toEqual(alone);
  expect(frames.map(({ values }) => values.observations)).toEqual([[1000], [600]]);
});

test('a replica that too few values come from has none', () => {
  const few = evaluate(query, answersOf(query, [replica({ instance: 'canary' }, 30, 40)]));
  expect(few.map(({ values }) => [values.value, values.observations])).toEqual([[[NaN], [70]]]);
});

test('series without a replica are one', () => {
  const frames = evaluate(query, answersOf(query, [replica({}, 900, 100)]));
  expect(frames.map(({ name, labels }) => [name, labels])).toEqual([['age', FEATURE]]);
});

test('the store groups by replica, in the plan and in PromQL', () => {
  for (const promql of [...plan(query), compile(query).promql]) {
    const lists = promql.match(/(?:by|on) \([^)]*\)/g) ?? [];
    expect(lists.length).toBeGreaterThan(0);
    expect(lists.filter((list) => !list.includes('instance'))).toEqual([]);
  }
  expect(compile(query).legend).toBe('{{ml_feature_name}} {{instance}}');
  expect(plan(together).join()).not.toContain('instance');
});
