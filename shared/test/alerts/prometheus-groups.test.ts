import {
  familyGroups,
  splitGroups,
  type MeasureRules,
  type PrometheusRule,
} from '../../src/alerts/prometheus-groups.ts';

const measure = (family: string, id: string, records: number, alerts: number): MeasureRules => ({
  family,
  records: [
    { record: `${family}:active`, expr: '1' },
    ...Array.from({ length: records }, (_, i) => ({ record: `${id}:${i}`, expr: '1' })),
  ],
  alerts: Array.from({ length: alerts }, (_, i) => ({
    alert: `${id} ${i}`,
    expr: `${id}:0`,
    for: '5m',
    keep_firing_for: '2m',
    labels: {},
    annotations: {},
  })),
});
const nameOf = (rule: PrometheusRule): string => ('record' in rule ? rule.record : rule.alert);
const namesOf = (rules: readonly PrometheusRule[]): string[] => rules.map(nameOf);

const MEASURES = [measure('drift', 'psi', 3, 2), measure('traffic', 'errors', 2, 2), measure('drift', 'js', 3, 1)];

test('a family is one group, in which each record comes once and first', () => {
  expect(familyGroups(MEASURES).map(({ name, rules }) => [name, namesOf(rules)])).toEqual([
    ['driftline drift', ['drift:active', 'psi:0', 'psi:1', 'psi:2', 'js:0', 'js:1', 'js:2', 'psi 0', 'psi 1', 'js 0']],
    ['driftline traffic', ['traffic:active', 'errors:0', 'errors:1', 'errors 0', 'errors 1']],
  ]);
});

test('groups hold as much as they may, and families stay together', () => {
  expect(splitGroups(MEASURES, 20).map(({ name, rules }) => [name, rules.length])).toEqual([['driftline', 15]]);
  expect(splitGroups(MEASURES, 10, { model: 'income' }).map(({ name, rules }) => [name, rules.length])).toEqual([
    ['driftline income', 10],
    ['driftline income (2)', 5],
  ]);
});

test.each([10, 11, 20])(
  'in groups of %d rules, all come once, and records before the alerts of their measure',
  (most) => {
    const many = [measure('drift', 'psi', 3, 45), measure('drift', 'js', 3, 1), measure('traffic', 'errors', 2, 2)];
    const groups = splitGroups(many, most);
    for (const { rules } of groups) expect(rules.length).toBeLessThanOrEqual(most);
    expect(new Set(groups.map(({ name }) => name)).size).toBe(groups.length);
    const all = groups.flatMap(({ rules }) => namesOf(rules));
    const once = new Set(many.flatMap(({ records, alerts }) => namesOf([...records, ...alerts])));
    expect([...all].sort()).toEqual([...once].sort());
    for (const { records, alerts } of many) {
      const last = Math.max(...records.map((rule) => all.indexOf(nameOf(rule))));
      for (const alert of alerts) expect(all.indexOf(nameOf(alert))).toBeGreaterThan(last);
    }
  },
);
