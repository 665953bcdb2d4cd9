import { DEFAULT_RULE_OPTIONS, type RuleOptions } from '../../src/alerts/alert.ts';
import { grafanaRules } from '../../src/alerts/grafana-rules.ts';
import type { RuleLimits } from '../../src/alerts/rule-limits.ts';
import { ALERT_SIGNIFICANCE } from '../../src/statistics/significance.ts';
import { completePanelQuery } from '../../src/backend/panel-query.ts';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.ts';
import { plan } from '../../src/compiler/plan.ts';
import type { MeasureId } from '../../src/measures/registry.ts';

interface Rule {
  readonly uid: string;
  readonly data: readonly {
    readonly datasourceUid: string;
    readonly model: object & { readonly conditions: readonly { readonly evaluator: object }[] };
  }[];
}

const rulesOf = (
  alerts: readonly (readonly [MeasureId, number | readonly RuleLimits[] | undefined])[],
  query: RuleOptions['query'] = {},
  batchModels: readonly string[] = [],
): readonly Rule[] => {
  const options = { ...DEFAULT_RULE_OPTIONS, alerts: new Map(alerts), query, batchModels };
  const rules: object = grafanaRules({ ...options, dataSource: 'driftline' });
  const { groups } = rules as { groups: readonly { readonly rules: readonly Rule[] }[] };
  return groups.flatMap((group) => group.rules);
};

test('one query asks the Driftline data source, one expression holds it against the limit', () => {
  const [rule] = rulesOf([['psi', 0.2]]);
  expect(rule).toMatchObject({
    uid: 'driftline-psi',
    title: 'Feature drift: PSI above 0.2',
    condition: 'B',
    for: '5m',
    labels: { severity: 'critical', driftline: 'drift', driftline_measure: 'psi' },
  });
  expect(rule?.data.map(({ datasourceUid, model }) => [datasourceUid, model])).toEqual([
    [
      'driftline',
      {
        refId: 'A',
        datasource: { type: 'driftline-model-datasource', uid: 'driftline' },
        measure: 'psi',
        window: '1h',
        significance: ALERT_SIGNIFICANCE,
        resolvedBy: { window: '5m', limit: 0.2 },
        instant: true,
        schemaVersion: 2,
      },
    ],
    [
      '__expr__',
      {
        refId: 'B',
        type: 'threshold',
        expression: 'A',
        conditions: [{ evaluator: { type: 'gt', params: [0.2] } }],
      },
    ],
    [
      'driftline',
      {
        refId: 'C',
        datasource: { type: 'driftline-model-datasource', uid: 'driftline' },
        measure: 'psi',
        window: '1h',
        show: 'observations',
        instant: true,
        schemaVersion: 2,
      },
    ],
  ]);
});

test('values of groups, whose counts may be withheld, and what is there or not are asked for alone', () => {
  for (const id of ['disparate-impact', 'no-traffic'] as const) expect(rulesOf([[id, 0.5]])[0]?.data).toHaveLength(2);
});

test('a share of problems is held against what the training data had, as sure as it is', () => {
  const rule = rulesOf([['missing-share', undefined]]).at(-1);
  expect(rule?.data[0]?.model).toMatchObject({
    show: 'excess',
    significance: ALERT_SIGNIFICANCE,
    resolvedBy: { limit: 0.05 },
  });
});

test.each([
  ['mean-shift', 0.5, { type: 'outside_range', params: [-0.5, 0.5] }],
  ['disparate-impact', undefined, { type: 'lt', params: [0.8] }],
  ['wasserstein', 0.3, { type: 'gt', params: [0.3] }],
] as const)('%s fires beyond its limit', (id, limit, evaluator) => {
  const rule = rulesOf([[id, limit]]).at(-1);
  expect(rule?.data[1]?.model.conditions).toEqual([{ evaluator }]);
});

test('a warning gives way to the critical alert, which nothing silences it for in Grafana', () => {
  const rules = rulesOf([['psi', undefined]]);
  expect(rules.map(({ data }) => (data[0]?.model as { resolvedBy?: object }).resolvedBy)).toEqual([
    { window: '5m', limit: 0.1, supersededAt: 0.25 },
    { window: '5m', limit: 0.25 },
  ]);
});

test('an alert is kept for two minutes, and without the store one rule says so', () => {
  const [psi, lost] = rulesOf([
    ['psi', 0.2],
    ['telemetry-lost', undefined],
  ]);
  const kept = { keepFiringFor: '2m', missing_series_evals_to_resolve: 3, noDataState: 'OK' };
  expect([psi, lost]).toMatchObject([
    { ...kept, execErrState: 'KeepLast' },
    { ...kept, execErrState: 'Error' },
  ]);
  expect(rulesOf([['psi', 0.2]])).toMatchObject([{ execErrState: 'Error' }]);
});

test('a problem of a model as a whole has one window, and knows the models that run in batches', () => {
  const [rule] = rulesOf([['no-traffic', undefined]], {}, ['nightly']);
  expect(rule?.data[0]?.model).toMatchObject({ measure: 'no-traffic', window: '5m', batchModels: ['nightly'] });
  expect(rule?.data[0]?.model).not.toHaveProperty('resolvedBy');
});

test('what the options narrow, the query narrows', () => {
  const [rule] = rulesOf([['disparate-impact', undefined]], {
    where: { model: ['income'], version: [] },
    privileged: 'Male',
    minimumObservations: 50,
  });
  expect(rule?.data[0]?.model).toMatchObject({
    where: { model: ['income'] },
    privileged: 'Male',
    minimumObservations: 50,
  });
});

test('each rule has a name of its own and a query that the back end takes', () => {
  const rules = rulesOf([...DEFAULT_RULE_OPTIONS.alerts]);
  expect(rules.map(({ uid }) => uid)).toContain('driftline-psi-warning');
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
  for (const { uid, data } of rules) {
    // Grafana takes at most forty characters for the name of a rule.
    expect(uid.length).toBeLessThanOrEqual(40);
    expect(plan(completePanelQuery(data[0]?.model, DEFAULT_SETTINGS, true)).length).toBeGreaterThan(0);
  }
});
