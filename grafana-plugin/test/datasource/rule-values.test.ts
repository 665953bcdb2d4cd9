/** @jest-environment jsdom */
import '../jsdom.ts';
import { ALERT_SIGNIFICANCE, completeQuery, plan, type SavedQuery } from '@driftline/shared';
import { ruleValues, type RuleSource, type RuleValues } from '../../src/datasource/rule-values.ts';
import { infoOf, MEASURE_INFOS } from './measure-infos.ts';

function valuesOf(measure: string, query: RuleSource['query'] = {}, panel?: RuleSource['panel']): RuleValues {
  return ruleValues({ measure: infoOf(measure), query: { measure, ...query }, dataSource: 'uid', panel });
}

const modelOf = ({ queries }: RuleValues): SavedQuery => (queries[0] as { readonly model: SavedQuery }).model;
const thresholdOf = ({ queries }: RuleValues): object =>
  (queries[1] as { readonly model: { readonly conditions: readonly [{ readonly evaluator: object }] } }).model
    .conditions[0].evaluator;
const textOf = ({ annotations }: RuleValues, name: string): string | undefined =>
  annotations.find(({ key }) => key === name)?.value;

test.each(MEASURE_INFOS.map(({ id }) => id))('the rule of %s asks what the back end answers', (measure) => {
  const query = modelOf(valuesOf(measure, { where: { model: ['income'] }, window: '6h', format: 'table', hide: true }));
  expect(query).toMatchObject({ measure, window: '6h', instant: true });
  expect(query).not.toHaveProperty('format');
  expect(query).not.toHaveProperty('hide');
  expect(() => plan(completeQuery(query))).not.toThrow();
});

test('a rule has the default limit of its measure, on its side, and resolves by a short window', () => {
  const psi = valuesOf('psi');
  expect(thresholdOf(psi)).toEqual({ type: 'gt', params: [0.25] });
  expect(modelOf(psi)).toMatchObject({
    window: '1h',
    significance: ALERT_SIGNIFICANCE,
    resolvedBy: { window: '5m', limit: 0.25 },
  });
  expect(thresholdOf(valuesOf('disparate-impact'))).toEqual({ type: 'lt', params: [0.8] });
});

test('the limit of a share of problems is of its excess over the training data', () => {
  const rule = valuesOf('missing-share');
  expect(modelOf(rule)).toMatchObject({ show: 'excess' });
  expect(thresholdOf(rule)).toEqual({ type: 'gt', params: [0.05] });
});

test('what no default limit is of has the threshold that Grafana starts from', () => {
  const rule = valuesOf('psi', { show: 'observations' });
  expect(thresholdOf(rule)).toEqual({ type: 'gt', params: [0] });
  expect(modelOf(rule)).not.toHaveProperty('resolvedBy');
  expect(textOf(rule, 'summary')).toBeUndefined();
});

test('what the query says is kept', () => {
  const query = { significance: 0.01, resolvedBy: { window: '15m', limit: 0.4 }, minimumObservations: 50 };
  const rule = valuesOf('psi', query);
  expect(modelOf(rule)).toMatchObject(query);
  expect(thresholdOf(rule)).toEqual({ type: 'gt', params: [0.4] });
});

test('a window as short as the one that resolves is held alone', () => {
  const rule = valuesOf('psi', { window: '5m' });
  expect(modelOf(rule)).not.toHaveProperty('resolvedBy');
  expect(textOf(rule, 'description')).not.toContain('It resolves');
});

test('its name says what it is of, and leaves long lists out', () => {
  const name = (model: string[], feature: string[] = []): string => valuesOf('psi', { where: { model, feature } }).name;
  expect(name([])).toBe('Feature drift: PSI');
  expect(name(['income', 'demand'])).toBe('Feature drift: PSI of income, demand');
  expect(name(['income'], ['age'])).toBe('Feature drift: PSI of age (income)');
  expect(name(['a', 'b', 'c', 'd'])).toBe('Feature drift: PSI of 4 models');
});

test('labels and links lead from an alert to where it is looked into', () => {
  const one = valuesOf('psi', { where: { model: ['income'], feature: ['age'] } }, { dashboard: 'board', panel: 4 });
  expect(Object.fromEntries(one.labels.map(({ key, value }) => [key, value]))).toEqual({
    severity: 'critical',
    driftline: 'drift',
    driftline_measure: 'psi',
    model: 'income',
  });
  expect(textOf(one, 'runbook_url')).toBe('http://localhost/a/driftline-model-app/models/income/drift?feature=age');
  expect([textOf(one, '__dashboardUid__'), textOf(one, '__panelId__')]).toEqual(['board', '4']);
  expect(textOf(one, 'summary')).toMatch(/^\{\{ with \$values\.A \}\}PSI of \{\{ \$labels\.ml_feature_name \}\}/);

  const several = valuesOf('psi', { where: { model: ['income', 'demand'] } });
  expect(several.labels.map(({ key }) => key)).not.toContain('model');
  expect(textOf(several, 'runbook_url')).toBe('http://localhost/a/driftline-model-app/models');
});

test('a histogram is of no model: there is no page of it', () => {
  const of = { kind: 'histogram', selector: 'latency{job="api"}', edges: [1], by: [] } as const;
  const rule = valuesOf('psi', { of, baseline: { kind: 'earlier', offset: '1d' } });
  expect(rule.name).toBe('Distribution drift: PSI');
  expect(textOf(rule, 'runbook_url')).toBeUndefined();
});
