import { DEFAULT_RULE_OPTIONS } from '../../src/alerts/alert.ts';
import type { PrometheusRule } from '../../src/alerts/prometheus-groups.ts';
import { prometheusRules, recordedName } from '../../src/alerts/prometheus-rules.ts';
import type { MeasureId } from '../../src/measures/registry.ts';
import { parsePromql } from '../parse-promql.ts';

const groupsOf = (...alerts: [MeasureId, number | undefined][]) =>
  prometheusRules({ ...DEFAULT_RULE_OPTIONS, alerts: new Map(alerts) }).groups;

/** Rules without those of shared sums, which have a test of their own. */
const withoutSums = (rules: readonly PrometheusRule[] = []): PrometheusRule[] =>
  rules.filter(
    (rule) => !('record' in rule && /^driftline:(drift|data_quality)_(feature_|reference)/.test(rule.record)),
  );
const expr = expect.any(String) as string;

const ACTIVE = ' and on (ml_model_name, ml_model_version) driftline:';
const WHILE_OBSERVED = `${ACTIVE}drift_features_active:5m`;

test('a measure is recorded over both windows, and alerted on as recorded', () => {
  const [group, ...others] = groupsOf(['psi', undefined]);
  expect(others).toEqual([]);
  expect(group?.name).toBe('driftline drift');
  expect(withoutSums(group?.rules)).toEqual([
    { record: 'driftline:psi:1h', expr },
    { record: 'driftline:psi:5m', expr },
    { record: 'driftline:psi_critical_value:1h', expr },
    { record: 'driftline:psi_observations:1h', expr },
    { record: 'driftline:drift_features_active:5m', expr },
    expect.objectContaining({
      alert: 'Feature drift: PSI above 0.1',
      expr: `driftline:psi:1h > 0.1 and driftline:psi:1h > driftline:psi_critical_value:1h unless driftline:psi:5m <= 0.1${WHILE_OBSERVED}`,
      labels: { severity: 'warning', driftline: 'drift', driftline_measure: 'psi' },
    }),
    expect.objectContaining({
      alert: 'Feature drift: PSI above 0.25',
      expr: `driftline:psi:1h > 0.25 and driftline:psi:1h > driftline:psi_critical_value:1h unless driftline:psi:5m <= 0.25${WHILE_OBSERVED}`,
      for: '5m',
      keep_firing_for: '2m',
      labels: { severity: 'critical', driftline: 'drift', driftline_measure: 'psi' },
    }),
  ]);
});

test('an excess is recorded by its lower bound over the long window, and as it is over the short one', () => {
  const [group] = groupsOf(['missing-share', undefined]);
  expect(withoutSums(group?.rules)).toEqual([
    { record: 'driftline:missing_share_excess_lower:1h', expr },
    { record: 'driftline:missing_share_excess:5m', expr },
    { record: 'driftline:missing_share_observations:1h', expr },
    { record: 'driftline:data_quality_features_active:5m', expr },
    ...[0.02, 0.05].map((limit): unknown =>
      expect.objectContaining({
        expr: `driftline:missing_share_excess_lower:1h > ${limit} unless driftline:missing_share_excess:5m <= ${limit}${ACTIVE}data_quality_features_active:5m`,
      }),
    ),
  ]);
});

test('what is worse below its limit is compared the other way round', () => {
  const [group] = groupsOf(['disparate-impact', undefined]);
  expect(group?.rules.at(-1)?.expr).toBe(
    'driftline:disparate_impact:1h < 0.8 and driftline:disparate_impact:1h < driftline:disparate_impact_critical_value:1h' +
      ` unless driftline:disparate_impact:5m >= 0.8${ACTIVE}fairness_predictions_active:5m`,
  );
});

test('a measure of which neither direction is worse may cross its limit in either', () => {
  const [group] = groupsOf(['mean-shift', 0.5]);
  expect(group?.rules.at(-1)?.expr).toBe(
    'abs(driftline:mean_shift:1h) > 0.5 and abs(driftline:mean_shift:1h) > driftline:mean_shift_critical_value:1h' +
      ` unless abs(driftline:mean_shift:5m) <= 0.5${WHILE_OBSERVED}`,
  );
});

test('measures of one family are one group, in which records come first', () => {
  const groups = groupsOf(['psi', 0.2], ['accuracy-drop', undefined], ['js-distance', undefined]);
  const kinds = groups.map(({ name, rules }) => [name, rules.map((rule) => ('record' in rule ? 'record' : 'alert'))]);
  const [records, alerts] = [Array(16).fill('record'), Array(2).fill('alert')];
  expect(kinds).toEqual([
    ['driftline drift', [...records, ...alerts]],
    ['driftline performance', [...Array<string>(5).fill('record'), ...Array<string>(2).fill('alert')]],
  ]);
});

test('what measures of features share is recorded once, before them, and no expression reads it elsewhere', () => {
  for (const scope of [{}, { model: 'a', version: '2' }]) {
    const where = 'model' in scope ? { where: { model: ['a'], version: ['2'] } } : {};
    const { groups } = prometheusRules({ ...DEFAULT_RULE_OPTIONS, scope, query: where });
    for (const { rules } of groups) {
      const known = new Set<string>();
      for (const rule of rules) {
        const read = rule.expr.match(/driftline:\w+:\w+(?:\{[^}]*\})?/g) ?? [];
        for (const each of read) {
          expect(known).toContain(each.replace(/\{.*/, ''));
          if ('model' in scope) expect(each).toContain('{ml_model_name="a", ml_model_version="2"}');
        }
        if (!('record' in rule)) continue;
        known.add(rule.record);
        // What reads records reads nothing else by feature: a ruler may give them a label that others lack.
        if (read.length > 0) expect(rule.expr).not.toMatch(/ml_feature_name[^)]*\) \(\w+\([^()]*\[\w+\]\)/);
      }
    }
  }
});

test('every expression is PromQL', () => {
  const { groups } = prometheusRules(DEFAULT_RULE_OPTIONS);
  for (const { expr } of groups.flatMap(({ rules }) => rules)) parsePromql(expr);
});

test('the name of a recorded series is one that Prometheus takes', () => {
  expect(recordedName('false-positive-rate-ratio', '1h30m')).toBe('driftline:false_positive_rate_ratio:1h30m');
});
