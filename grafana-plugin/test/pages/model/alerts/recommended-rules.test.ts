/** @jest-environment jsdom */
import '../../../jsdom.ts';
import {
  DEFAULT_ALERTS,
  DEFAULT_RULE_OPTIONS,
  grafanaRules,
  planResource,
  QUERY_SCHEMA_VERSION,
  type MeasureInfo,
} from '@driftline/shared';
import { provisioningFile, recommendedRules, valuesOf } from '../../../../src/pages/model/alerts/recommended-rules.ts';
import { RECOMMENDED } from '../../../../src/pages/model/alerts/recommended.ts';

const { body } = planResource({ settings: {}, path: 'measures', parameters: {}, now: 0 }) as { body: MeasureInfo[] };
const RULES = recommendedRules(body);

interface ProvisionedRule {
  readonly uid: string;
  readonly title: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly data: readonly { readonly model: { readonly conditions?: readonly { readonly evaluator: object }[] } }[];
}

const rulesIn = (file: unknown): ProvisionedRule[] =>
  (file as { readonly groups: { readonly rules: ProvisionedRule[] }[] }).groups[0]?.rules ?? [];

test('the rules are those that the command writes, of one model', () => {
  expect([...RECOMMENDED].sort()).toEqual([...DEFAULT_ALERTS].sort());
  const written = rulesIn(
    grafanaRules({ ...DEFAULT_RULE_OPTIONS, query: { where: { model: ['income'] } }, dataSource: 'uid' }),
  );
  const offered = rulesIn(JSON.parse(provisioningFile('income', RULES, 'uid')));
  for (const [index, { measure }] of RULES.entries()) {
    const theirs = written.find(({ uid }) => uid === `driftline-${measure}`);
    const ours = offered[index];
    const { runbook_url: page, ...texts } = ours?.annotations ?? {};
    // A rule that a person edits is one query and one threshold: the number of observations is a query more.
    const { observations: _observations, ...annotations } = theirs?.annotations ?? {};
    expect(texts).toEqual(annotations);
    expect(page).toMatch(/^http:\/\/localhost\/a\/driftline-model-app\/models\/income\/[a-z-]+$/);
    expect(ours?.labels).toEqual({ ...theirs?.labels, model: 'income' });
    const query = { refId: 'A', baseline: { kind: 'reference' }, schemaVersion: QUERY_SCHEMA_VERSION };
    expect(ours?.data[0]?.model).toEqual({ ...query, ...theirs?.data[0]?.model });
    const evaluator = ours?.data[1]?.model.conditions?.[0]?.evaluator;
    expect([{ evaluator }]).toEqual(theirs?.data[1]?.model.conditions);
  }
});

test('a rule has a title and a limit that people read', () => {
  expect(RULES.slice(0, 8).map(({ title, limitText }) => [title, limitText])).toEqual([
    ['Feature drift: PSI', '> 0.25'],
    ['Prediction drift: PSI', '> 0.25'],
    ['Performance: accuracy drop', '> 5 %'],
    ['Fairness: disparate impact', '< 0.8'],
    ['Fairness: equal opportunity difference', '> 0.1'],
    ['Latency', '> 200 ms'],
    ['Error share', '> 5 %'],
    ['Missing values', '> 5 % above training'],
  ]);
  expect(RULES.find(({ measure }) => measure === 'no-traffic')?.limitText).toBe('> 0.02/s');
});

test('a rule is found again by its labels', () => {
  const [psi] = RULES.map((rule) => valuesOf(rule, 'income', 'uid'));
  expect(psi).toMatchObject({
    type: 'grafana',
    name: 'Feature drift: PSI of income',
    condition: 'B',
    evaluateFor: '5m',
    labels: [
      { key: 'severity', value: 'critical' },
      { key: 'driftline', value: 'drift' },
      { key: 'driftline_measure', value: 'psi' },
      { key: 'model', value: 'income' },
    ],
  });
});

test('a provisioning file has every rule under a uid of its own', () => {
  const rules = rulesIn(JSON.parse(provisioningFile('income', RULES, 'uid')));
  expect(new Set(rules.map(({ uid }) => uid)).size).toBe(RECOMMENDED.length);
  for (const { uid } of rules) expect(uid).toMatch(/^[\w-]{1,40}$/);
});
