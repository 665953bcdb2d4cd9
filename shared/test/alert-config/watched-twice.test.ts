import { readAlertConfig } from '../../src/alert-config/read-alert-config.ts';
import { ruleOptionsOf } from '../../src/alert-config/rule-options.ts';
import { watchedTwice } from '../../src/alert-config/watched-twice.ts';

const scopes = (lines: string) => ruleOptionsOf(readAlertConfig(`schemaVersion: 1\n${lines}`, 'alerts.yaml'));
const twice = (one: string, other: string) => watchedTwice(scopes(one), scopes(other));

test.each([
  ['two files of all models', '', 'team: risk', { model: undefined, version: undefined }],
  [
    'a model in both',
    'models: [{ name: a }]\notherModels: false',
    'models: [{ name: a }, { name: b }]\notherModels: false',
    { model: 'a', version: undefined },
  ],
  [
    'a model in one, and all in the other',
    'models: [{ name: a }]\notherModels: false',
    '',
    { model: 'a', version: undefined },
  ],
  [
    'a version in both',
    "models: [{ name: a, version: '2' }]\notherModels: false",
    "models: [{ name: a, version: '2' }]\notherModels: false",
    { model: 'a', version: '2' },
  ],
  [
    'versions of their own, whose traffic counts together',
    "models: [{ name: a, version: '2' }]\notherModels: false",
    "models: [{ name: a, version: '3' }]\notherModels: false",
    { model: 'a', version: undefined },
  ],
])('%s', (_, one, other, found) => {
  expect(twice(one, other)).toEqual(found);
});

test.each([
  ['models of their own', 'models: [{ name: a }]\notherModels: false', 'models: [{ name: b }]\notherModels: false'],
])('%s are watched once', (_, one, other) => {
  expect(twice(one, other)).toBeUndefined();
});

test('measures of their own are watched once', () => {
  const [psi, latency] = (['psi', 'latency-quantile'] as const).map((id) =>
    scopes('').map((options) => ({ ...options, alerts: new Map([[id, undefined]]) })),
  );
  expect(watchedTwice(psi ?? [], latency ?? [])).toBeUndefined();
});
