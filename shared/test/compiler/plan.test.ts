import { askedMeasure } from '../../src/compiler/asked-measure.ts';
import { compile } from '../../src/compiler/compile.ts';
import { plan } from '../../src/compiler/plan.ts';
import { MEASURES, measureById } from '../../src/measures/registry.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { QueryError } from '../../src/query/query-error.ts';
import { parsePromql } from '../parse-promql.ts';
import { queriesOf } from './queries-of.ts';

test('the plan of PSI', () => {
  expect(plan({ ...DEFAULT_QUERY, where: { model: ['income'] } })).toEqual([
    'sum by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name, ml_feature_bin) ' +
      '(increase(ml_feature_observations_total{ml_model_name="income"}[5m]))',
    'max by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name, ml_feature_bin) ' +
      '(last_over_time(ml_reference_feature_ratio{ml_model_name="income"}[5m]))',
    '(1 - max by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) ' +
      '(last_over_time(ml_reference_feature_missing_ratio{ml_model_name="income"}[5m])) - ' +
      '(max by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) ' +
      '(last_over_time(ml_reference_feature_problem_ratio{ml_model_name="income", ml_feature_problem="invalid"}[5m])) ' +
      'or max by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) ' +
      '(last_over_time(ml_reference_feature_missing_ratio{ml_model_name="income"}[5m])) * 0)) ' +
      '* on (ml_model_name, ml_model_version, ml_profile_id) group_left () max by (ml_model_name, ml_model_version, ml_profile_id) ' +
      '(last_over_time(ml_reference_rows{ml_model_name="income"}[5m]))',
    'count by (ml_model_name, ml_model_version, ml_profile_id) ' +
      '(max by (ml_model_name, ml_model_version, ml_profile_id, ml_feature_name) ' +
      '(last_over_time(ml_reference_feature_missing_ratio{ml_model_name="income"}[5m])))',
  ]);
});

test('measures of the same counts ask the store the same, whatever they show', () => {
  const psi = plan(DEFAULT_QUERY);
  // How many features are asked together matters to a critical value alone.
  const counts = psi.slice(0, -1);
  for (const measure of ['js-distance', 'wasserstein', 'psi-contribution', 'live-share']) {
    expect([measure, plan({ ...DEFAULT_QUERY, measure })]).toEqual([
      measure,
      measureById(measure).hasCriticalValue ? psi : counts,
    ]);
  }
  expect(plan({ ...DEFAULT_QUERY, show: 'critical-value', significance: 0.01, minimumObservations: 1 })).toEqual(psi);
});

test('a plan holds each text once, and all that the measure selects', () => {
  for (const query of MEASURES.flatMap(queriesOf)) {
    const texts = plan(query);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).toEqual([...new Set(Object.values(askedMeasure(query).texts))]);
    for (const text of texts) parsePromql(text);
  }
});

test('a plan reads each counter once, where PromQL names it many times', () => {
  const reads = (text: string): number => text.split('ml_feature_observations_total').length - 1;
  expect(reads(plan(DEFAULT_QUERY).join(' '))).toBe(1);
  expect(reads(compile(DEFAULT_QUERY).promql)).toBeGreaterThan(1);
});

test('a query that cannot be asked is refused, as is an aspect that the measure lacks', () => {
  expect(() => plan({ ...DEFAULT_QUERY, quantile: 2 })).toThrow(QueryError);
  expect(() => plan({ ...DEFAULT_QUERY, show: 'upper' })).toThrow(
    'PSI has no upper: show one of value, observations, critical-value',
  );
});

test('what is remembered of a query is what it said at first, however many others are asked', () => {
  const query = { ...DEFAULT_QUERY, where: { model: ['first'] } };
  const first = plan(query);
  for (let i = 0; i < 300; i++) plan({ ...DEFAULT_QUERY, where: { model: [`model ${i}`] } });
  expect(plan(query)).toEqual(first);
  expect(first.every((text) => text.includes('ml_model_name="first"'))).toBe(true);
});
