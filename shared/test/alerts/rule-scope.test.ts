import { folderOf, groupName, recordPrefix, ruleUid, scopeLabels, titleEnd } from '../../src/alerts/rule-scope.ts';
import { MEASURES } from '../../src/measures/registry.ts';

test('rules of all models have plain names', () => {
  expect(groupName({}, 'drift')).toBe('driftline drift');
  expect(folderOf({})).toBe('Driftline');
  expect(titleEnd({})).toBe('');
  expect(ruleUid({}, 'psi-warning')).toBe('driftline-psi-warning');
  expect(ruleUid({}, 'equal-opportunity-difference-warning')).toBe('dl-equal-opportunity-difference-warning');
  expect(recordPrefix({})).toBe('driftline');
  expect(scopeLabels({})).toEqual({});
});

test('names carry the team, the model and its version', () => {
  const scope = { team: 'risk-models', model: 'income', version: '2.0' };
  expect(groupName(scope, 'data quality')).toBe('driftline-risk-models income 2.0 data quality');
  expect(folderOf(scope)).toBe('Driftline risk-models');
  expect(titleEnd(scope, 'age')).toBe(' (income, version 2.0, feature age)');
  expect(recordPrefix(scope)).toBe('driftline_risk_models');
  expect(scopeLabels(scope, 'age')).toEqual({
    team: 'risk-models',
    ml_model_name: 'income',
    ml_model_version: '2.0',
    ml_feature_name: 'age',
  });
});

test('what reads like another name is in quotes', () => {
  expect(titleEnd({ model: 'income, version 2' })).toBe(' ("income, version 2")');
  expect(groupName({ model: 'a b' })).not.toBe(groupName({ model: 'a', version: 'b' }));
});

test('a uid is what Grafana takes, the same each time, and of one rule', () => {
  const names = ['income', 'income-2', 'größe', '模型', 'a/b', 'a b', 'x'.repeat(200)];
  const scopes = [
    {},
    { team: 'risk' },
    ...names.map((model) => ({ model })),
    ...names.map((version) => ({ model: 'income', version })),
    { team: 'income' },
  ];
  const rules = MEASURES.slice(0, 8).flatMap(({ id }) => [id, `${id}-warning`]);
  const all = scopes.flatMap((scope) =>
    rules.flatMap((rule) => [undefined, 'age', 'warning'].map((feature) => ruleUid(scope, rule, feature))),
  );
  for (const uid of all) expect(uid).toMatch(/^[a-zA-Z0-9_-]{1,40}$/);
  expect(new Set(all).size).toBe(all.length);
  // It is in files that are loaded already: another one would be another rule.
  expect(ruleUid({ team: 'risk', model: 'income' }, 'psi', 'age')).toBe('driftline-risk-income-psi-age-7inb47mm94');
});

test('a name that looks like a template stays as it is', () => {
  expect(scopeLabels({ model: '{{ $value }}' })).toEqual({ ml_model_name: '{{ "{{ $value }}" }}' });
});
