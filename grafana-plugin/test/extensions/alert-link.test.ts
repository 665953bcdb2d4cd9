import { instanceLink, ruleLink } from '../../src/extensions/alert-link.ts';
import { alertingRule } from './recorded-contexts.ts';

const MODELS = '/a/driftline-model-app/models';
const OF_INCOME = { ml_model_name: 'income', ml_model_version: '1' };

test.each([
  [
    'of a feature',
    { ...OF_INCOME, ml_feature_name: 'age', driftline: 'drift' },
    '/income/drift?feature=age&featureVersion=1',
  ],
  [
    'of values',
    { ...OF_INCOME, ml_feature_name: 'a b', driftline: 'data quality' },
    '/income/data-quality?feature=a+b&featureVersion=1',
  ],
  ['of a model', { ...OF_INCOME, driftline: 'traffic' }, '/income/serving'],
  ['of a rule that a person wrote', OF_INCOME, '/income/overview'],
  ['without a value, of one model', { driftline: 'drift', model: 'income' }, '/income/drift'],
  ['of a comparison of models', { driftline: 'drift' }, ''],
])('an alert %s leads to its page', (_, labels, path) => {
  expect(instanceLink({ instance: { labels } })).toEqual({ path: `${MODELS}${path}` });
});

test.each([
  ['without our labels', { instance: { labels: { alertname: 'disk full', model: 'sda' } } }],
  ['without labels', { instance: {} }],
  ['that is not there', undefined],
])('an alert %s leads nowhere', (_, context) => {
  expect(instanceLink(context)).toBeUndefined();
});

test('a rule leads to the model that its query is narrowed to', () => {
  expect(ruleLink(alertingRule({ model: ['income'], feature: ['age'] }))?.path).toBe(
    `${MODELS}/income/drift?feature=age`,
  );
  expect(ruleLink(alertingRule({ model: ['income', 'demand'] }))?.path).toBe(MODELS);
  expect(ruleLink(alertingRule())?.path).toBe(MODELS);
});

test('a rule in PromQL leads to the model of its label', () => {
  const labels = { driftline: 'drift', model: 'income' };
  expect(ruleLink({ labels, expression: 'driftline:psi:1h > 0.25' })?.path).toBe(`${MODELS}/income/drift`);
});

test('rules of others lead nowhere', () => {
  expect(ruleLink({ labels: { severity: 'warning' }, expression: 'up == 0' })).toBeUndefined();
  expect(ruleLink(undefined)).toBeUndefined();
});
