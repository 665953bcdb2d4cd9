import { DEFAULT_ALERTS, DEFAULT_RULE_OPTIONS, grafanaRules, planResource, type MeasureInfo } from '@driftline/shared';
import {
  provisioningFile,
  RECOMMENDED,
  recommendedRules,
  ruleValues,
} from '../../../../src/pages/model/alerts/recommended-rules.ts';

const { body } = planResource({ settings: {}, path: 'measures', parameters: {}, now: 0 }) as { body: MeasureInfo[] };
const RULES = recommendedRules(body);

interface ProvisionedRule {
  readonly uid: string;
  readonly data: readonly { readonly model: { readonly conditions?: readonly { readonly evaluator: object }[] } }[];
}

test('the rules are those that the command writes, with its limits', () => {
  expect([...RECOMMENDED].sort()).toEqual([...DEFAULT_ALERTS].sort());
  const { groups } = grafanaRules({ ...DEFAULT_RULE_OPTIONS, dataSource: 'uid' }) as {
    groups: { rules: ProvisionedRule[] }[];
  };
  for (const { measure, side, limit } of RULES) {
    const written = groups[0]?.rules.find(({ uid }) => uid === `driftline-${measure}`);
    const evaluator = { type: side === 'above' ? 'gt' : 'lt', params: [limit] };
    expect(written?.data[1]?.model.conditions).toEqual([{ evaluator }]);
  }
});

test('a rule has a title and a limit that people read', () => {
  expect(RULES.slice(0, 5).map(({ title, limitText }) => [title, limitText])).toEqual([
    ['Feature drift: PSI', '> 0.25'],
    ['Performance: accuracy drop', '> 5 %'],
    ['Fairness: disparate impact', '< 0.8'],
    ['Latency', '> 200 ms'],
    ['Missing values', '> 5 % above training'],
  ]);
});

test("Grafana's editor gets a query of the model, a threshold, and labels by which the rule is found again", () => {
  const [psi, , impact] = RULES.map((rule) => ruleValues(rule, 'income', 'uid', 'https://x/models/income'));
  expect(psi).toMatchObject({
    type: 'grafana',
    name: 'Feature drift: PSI of income',
    condition: 'B',
    evaluateFor: '5m',
    labels: [
      { key: 'driftline', value: 'psi' },
      { key: 'model', value: 'income' },
      { key: 'severity', value: 'critical' },
    ],
    queries: [
      { refId: 'A', datasourceUid: 'uid', model: { measure: 'psi', where: { model: ['income'] }, window: '1h' } },
      { refId: 'B', model: { conditions: [{ evaluator: { type: 'gt', params: [0.25] } }] } },
    ],
  });
  expect(impact?.queries[1]).toMatchObject({ model: { conditions: [{ evaluator: { type: 'lt', params: [0.8] } }] } });
});

test('a provisioning file has every rule under a uid of its own', () => {
  const values = RULES.map((rule) => ruleValues(rule, 'income', 'uid', ''));
  const file = JSON.parse(provisioningFile('income', values)) as {
    groups: { rules: { uid: string; data: unknown; labels: object }[] }[];
  };
  const rules = file.groups[0]?.rules ?? [];
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(RECOMMENDED.length);
  for (const { uid } of rules) expect(uid).toMatch(/^[\w-]{1,40}$/);
  expect(rules[0]).toMatchObject({ labels: { driftline: 'psi', model: 'income' }, data: values[0]?.queries });
});
