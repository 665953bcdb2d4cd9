import { describeWithStore } from '@driftline/local-store/testing';
import { readAlertConfig } from '../../src/alert-config/read-alert-config.ts';
import { ruleOptionsOf } from '../../src/alert-config/rule-options.ts';
import type { RuleOptions } from '../../src/alerts/alert.ts';
import { grafanaPromqlRules } from '../../src/alerts/grafana-promql-rules.ts';
import { grafanaRules } from '../../src/alerts/grafana-rules.ts';
import { prometheusRules, splitPrometheusRules } from '../../src/alerts/prometheus-rules.ts';
import { completePanelQuery } from '../../src/backend/panel-query.ts';
import { planQueries } from '../../src/backend/plan-queries.ts';
import { DEFAULT_SETTINGS } from '../../src/backend/settings.ts';
import { openPromtool, type Promtool } from '../alerts/promtool.ts';
import { trafficOf } from '../alerts/traffic-of.ts';
import { parsePromql } from '../parse-promql.ts';

/** One measure of each kind of names, queries and windows: compiling all of them for many models takes long. */
const MEASURES: readonly string[] = ['psi', 'missing-share', 'error-share', 'no-traffic', 'reference-missing'];

const scopesOf = (...lines: string[]): RuleOptions[] =>
  ruleOptionsOf(readAlertConfig(['schemaVersion: 1', ...lines].join('\n'), 'alerts.yaml')).map((scope) => ({
    ...scope,
    alerts: new Map([...scope.alerts].filter(([id]) => MEASURES.includes(id))),
  }));

/** Names that PromQL, its regular expressions, Go's templates or Grafana's variables could read as something else. */
const HOSTILE = ['we"ird|x', 'back\\slash', '.*', '{{ $value }}', '$HOME', 'it\'s {a="b"}'];

/** Two teams about the same models, two files of one model each without a team, and one with names of every kind. */
const FILES = [
  scopesOf('team: risk', 'models: [{ name: income, features: { age: { psi: 0.4 } } }, { name: income, version: "2" }]'),
  scopesOf('team: pricing', 'models: [{ name: income, runsEvery: 1d }, { name: credit, rate: 20 per hour }]'),
  scopesOf('otherModels: false', 'models: [{ name: income, window: 2h }]'),
  scopesOf('otherModels: false', 'models: [{ name: credit, minimumObservations: 50 }]'),
  scopesOf(
    'team: hostile',
    'models:',
    ...HOSTILE.map(
      (name, i) =>
        `  - { name: ${JSON.stringify(name)}, features: { ${JSON.stringify(HOSTILE[(i + 1) % HOSTILE.length])}: { psi: 0.4 } } }`,
    ),
  ),
];
const ALL = FILES.flat();

const repeated = (values: readonly string[]): string[] => values.filter((value, i) => values.indexOf(value) < i);

const ruler = { groups: FILES.flatMap((scopes) => prometheusRules(...scopes).groups) };

test.each([
  ['in groups of families', ruler],
  ['in groups of at most 20', { groups: FILES.flatMap((scopes) => splitPrometheusRules(scopes, 20).groups) }],
])('files of teams and models in one ruler have no two rules that are the same, %s', (_, { groups }) => {
  expect(repeated(groups.map(({ name }) => name))).toEqual([]);
  const rules = groups.flatMap((group) => group.rules);
  const identity = rules.map((rule) =>
    JSON.stringify('record' in rule ? [rule.record, rule.labels] : [rule.alert, rule.labels]),
  );
  expect(repeated(identity)).toEqual([]);
  for (const { expr } of rules) parsePromql(expr);
});

describe.each([
  ['on the Driftline data source', grafanaRules],
  ['on a Prometheus data source', grafanaPromqlRules],
])('files in one Grafana, %s', (_, write) => {
  const { groups } = write(...ALL.map((scope) => ({ ...scope, dataSource: 'store' })));

  test('have groups, uids and titles of their own', () => {
    expect(repeated(groups.map(({ folder, name }) => `${folder}/${name}`))).toEqual([]);
    expect(repeated(groups.flatMap(({ rules }) => rules.map(({ uid }) => uid)))).toEqual([]);
    expect(repeated(groups.flatMap(({ folder, rules }) => rules.map(({ title }) => `${folder}/${title}`)))).toEqual([]);
  });

  test('have no name in which Grafana finds a variable of its environment', () => {
    const names = groups.flatMap(({ name, folder, rules }) => [
      name,
      folder,
      ...rules.flatMap(({ title, ...others }) => [title, ...Object.values(others['labels'] as Record<string, string>)]),
    ]);
    expect(names.filter((name) => /(^|[^$])(\$\$)*\$([^$]|$)/.test(name))).toEqual([]);
    expect(names.some((name) => name.includes('$$HOME'))).toBe(true);
  });
});

test('each query of Grafana is one that the back end takes, and leaves out what has its own rule', () => {
  const { groups } = grafanaRules(...ALL.map((scope) => ({ ...scope, dataSource: 'driftline' })));
  for (const { data } of groups.flatMap(({ rules }) => rules)) {
    const model = completePanelQuery(data[0].model, DEFAULT_SETTINGS, true);
    const [planned] = planQueries({
      settings: {},
      queries: [{ refId: 'A', model, from: 0, to: 3_600_000, intervalMs: 15_000 }],
    }).queries;
    expect(planned).not.toHaveProperty('error');
  }
  const [general] = groups[0]?.rules ?? [];
  expect(general?.data[0].model).toMatchObject({
    where: { model: ['income'] },
    labelFilters: [
      { label: 'ml_model_version', operator: '!=', value: '2' },
      { label: 'ml_feature_name', operator: '!=', value: 'age' },
    ],
  });
});

describeWithStore('prometheus', 'files of teams and models', () => {
  let promtool: Promtool;
  beforeAll(async () => {
    promtool = await openPromtool();
  });
  afterAll(() => promtool.close());

  test('are rules that promtool takes', async () => {
    expect(await promtool.check(ruler)).toMatch(/SUCCESS: \d+ rules found/);
  });

  test('fire for each feature by its own limit alone, whatever its name', async () => {
    const BUSY = 1_000_000;
    const [strict, off, ...plain] = HOSTILE as [string, string, ...string[]];
    const scopes = scopesOf(
      'defaults: { limits: { psi: 0.25 } }',
      'models:',
      `  - { name: income, features: { ${JSON.stringify(strict)}: { psi: 0.35 }, ${JSON.stringify(off)}: off } }`,
      '  - { name: credit, limits: { psi: 0.35 } }',
    ).map((scope) => ({ ...scope, alerts: new Map([...scope.alerts].filter(([id]) => id === 'psi')) }));
    const seriesOf = (model: string, feature: string): object[] =>
      trafficOf('psi', 0.3, BUSY)
        .map(({ series, perMinute, gauge }) => ({
          series: series
            .replace('ml_model_name="income"', `ml_model_name="${model}"`)
            .replace('ml_feature_name="age"', `ml_feature_name=${JSON.stringify(feature)}`),
          values: gauge === undefined ? `0+${perMinute ?? 0}x60` : `${gauge}x60`,
        }))
        .filter(({ series }, i, all) => all.findIndex((each) => each.series === series) === i);
    const series = [
      ...HOSTILE.map((feature) => seriesOf('income', feature)),
      seriesOf('credit', 'age'),
      seriesOf('other', 'age'),
    ];
    const unique = new Map(series.flat().map((each) => [JSON.stringify(each), each]));
    const firing = (model: string, feature: string): object => ({
      labels: `{ml_model_name="${model}", ml_feature_name=${JSON.stringify(feature)}}`,
      value: 1,
    });
    expect(
      await promtool.test(prometheusRules(...scopes), [
        {
          interval: '1m',
          input_series: [...unique.values()],
          promql_expr_test: [
            {
              expr: 'count by (ml_model_name, ml_feature_name) (ALERTS{alertstate="firing"})',
              eval_time: '45m',
              exp_samples: [...plain.map((feature) => firing('income', feature)), firing('other', 'age')],
            },
            // What is recorded is of all features and models, each once.
            {
              expr: 'count(driftline:psi:1h)',
              eval_time: '45m',
              exp_samples: [{ labels: '{}', value: HOSTILE.length + 2 }],
            },
          ],
        },
      ]),
    ).toMatch(/SUCCESS/);
  });
});
