import {
  activeSince,
  rulesOf,
  silenceOf,
  type GrafanaRule,
  type RulesAnswer,
  type Silence,
} from '../../../../src/pages/model/alerts/grafana-rules.ts';
import { givenAlerting } from '../../../browser/given-alerting.ts';

const NOW = Date.UTC(2026, 0, 10);
const { groups, silences } = givenAlerting(NOW);
const ANSWER = { data: { groups } } as RulesAnswer;
const RULE = ANSWER.data.groups[0]?.rules[0] as GrafanaRule;
const SILENCES = silences as readonly Silence[];

const ruleWith = (labels: Record<string, string>, asked: object): RulesAnswer => ({
  data: {
    groups: [
      { file: 'Driftline', rules: [{ ...RULE, labels, query: JSON.stringify([{ refId: 'A', model: asked }]) }] },
    ],
  },
});

test('a rule is found by the labels that ours carry', () => {
  expect(rulesOf(ANSWER, 'psi', 'drift', 'income')).toEqual([expect.objectContaining({ folder: 'Driftline' })]);
  expect(rulesOf(ANSWER, 'psi', 'drift', 'demand')).toEqual([]);
  expect(rulesOf(ANSWER, 'accuracy-drop', 'performance', 'income')).toEqual([]);
});

const without = (operator: string, value: string): object => ({ label: 'ml_model_name', operator, value });

test.each([
  ['of all models', { driftline: 'drift' }, { measure: 'psi' }, 1],
  ['of this and another model', { driftline: 'drift' }, { measure: 'psi', where: { model: ['a', 'income'] } }, 1],
  ['of other models', { driftline: 'drift' }, { measure: 'psi', where: { model: ['a', 'b'] } }, 0],
  ['of another measure', { driftline: 'drift' }, { measure: 'wasserstein' }, 0],
  ['of others', {}, { measure: 'psi' }, 0],
  ['that leaves it out', { driftline: 'drift' }, { measure: 'psi', labelFilters: [without('!=', 'income')] }, 0],
  [
    'that leaves it out with another',
    { driftline: 'drift' },
    { measure: 'psi', labelFilters: [without('!~', 'a|income')] },
    0,
  ],
  ['that leaves another out', { driftline: 'drift' }, { measure: 'psi', labelFilters: [without('!~', 'a|b')] }, 1],
])('a rule %s', (_, labels: Record<string, string>, asked, count) => {
  expect(rulesOf(ruleWith(labels, asked), 'psi', 'drift', 'income')).toHaveLength(count);
});

test('a rule is active since its first alert about the model', () => {
  expect(activeSince(RULE, 'income')).toBe(NOW - 12 * 60_000);
  expect(activeSince(RULE, 'demand')).toBeUndefined();
});

test('a silence counts if it covers all alerts and is active', () => {
  expect(silenceOf(RULE, 'income', SILENCES)?.comment).toBe('known: retraining tonight');
  const [silence] = SILENCES as [Silence];
  const matcher = { name: 'ml_feature_name', value: 'a.*|b', isRegex: true, isEqual: true };
  const heard = (changed: object): Silence | undefined =>
    silenceOf(RULE, 'income', [{ ...silence, ...changed } as Silence]);
  expect(heard({ matchers: [matcher] })).toBeDefined();
  expect(heard({ matchers: [{ ...matcher, isEqual: false }] })).toBeUndefined();
  expect(heard({ matchers: [{ ...matcher, value: '(' }] })).toBeUndefined();
  expect(heard({ status: { state: 'expired' } })).toBeUndefined();
  expect(silenceOf({ ...RULE, alerts: [] }, 'income', SILENCES)).toBeUndefined();
});
