import { DEFAULT_RULE_OPTIONS } from '../../src/alerts/alert.ts';
import { grafanaPromqlRules } from '../../src/alerts/grafana-promql-rules.ts';
import type { MeasureId } from '../../src/measures/registry.ts';
import { parsePromql } from '../parse-promql.ts';
import { alertOf } from './alert-of.ts';

interface Rule {
  readonly uid: string;
  readonly title: string;
  readonly condition: string;
  readonly for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly data: readonly {
    readonly refId: string;
    readonly datasourceUid: string;
    readonly model: {
      readonly expr: string;
      readonly expression: string;
      readonly conditions: readonly { readonly evaluator: object }[];
    };
  }[];
}

const rulesOf = (...alerts: [MeasureId, number | undefined][]): readonly Rule[] => {
  const rules: object = grafanaPromqlRules({ ...DEFAULT_RULE_OPTIONS, dataSource: 'metrics', alerts: new Map(alerts) });
  const { groups } = rules as { groups: readonly { readonly rules: readonly Rule[] }[] };
  return groups.flatMap((group) => group.rules);
};

test('one query asks for the measure in full, one expression holds it against the limit', () => {
  const [rule] = rulesOf(['psi', 0.2]);
  const { long, short, critical, activity, observations } = alertOf('psi', 0.2);
  const active = `and on (ml_model_name, ml_model_version) (${activity?.promql})`;
  expect(rule).toMatchObject({
    uid: 'driftline-psi',
    title: 'Feature drift: PSI above 0.2',
    condition: 'B',
    for: '5m',
    labels: { severity: 'critical', driftline: 'drift', driftline_measure: 'psi' },
    data: [
      {
        refId: 'A',
        datasourceUid: 'metrics',
        model: { expr: `(${long}) > (${critical}) unless (${short}) <= 0.2 ${active}` },
      },
      {
        refId: 'B',
        datasourceUid: '__expr__',
        model: { expression: 'A', conditions: [{ evaluator: { type: 'gt', params: [0.2] } }] },
      },
      { refId: 'C', datasourceUid: 'metrics', model: { expr: observations } },
    ],
  });
});

test('a measure of which neither direction is worse may cross its limit in either', () => {
  const [rule] = rulesOf(['mean-shift', 0.5]);
  const { long, short, critical } = alertOf('mean-shift', 0.5);
  expect(rule?.data[0]?.model.expr.split(' and on ')[0]).toBe(
    `abs((${long})) > (${critical}) unless abs((${short})) <= 0.5`,
  );
});

test('what is worse below its limit is compared the other way round', () => {
  const rule = rulesOf(['disparate-impact', undefined]).at(-1);
  const [query, threshold] = rule?.data ?? [];
  expect(query?.model.expr).toContain(' >= 0.8 and on ');
  expect(threshold?.model.conditions).toEqual([{ evaluator: { type: 'lt', params: [0.8] } }]);
});

test('each rule has a name of its own, and asks in PromQL', () => {
  const rules = rulesOf(
    ...[...DEFAULT_RULE_OPTIONS.alerts.keys()].map((id) => [id, undefined] as [MeasureId, undefined]),
  );
  expect(rules.map(({ uid }) => uid)).toContain('driftline-psi-warning');
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(rules.length);
  // Grafana takes at most forty characters for the name of a rule.
  for (const { uid } of rules) expect(uid.length).toBeLessThanOrEqual(40);
  for (const { data } of rules) parsePromql(data[0]?.model.expr ?? '');
});

test('a warning gives way to the critical alert, which nothing silences it for in Grafana', () => {
  const [warning, critical] = rulesOf(['latency-quantile', undefined]);
  const { long, short } = alertOf('latency-quantile');
  const beyond = `unless ((${long}) > 0.2 unless (${short}) <= 0.2)`;
  expect(warning?.data[0]?.model.expr).toContain(`(${short}) <= 0.15 ${beyond} and on `);
  expect(critical?.data[0]?.model.expr).not.toContain(beyond);
});
