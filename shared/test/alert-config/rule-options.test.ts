import { readAlertConfig } from '../../src/alert-config/read-alert-config.ts';
import { ruleOptionsOf } from '../../src/alert-config/rule-options.ts';
import { DEFAULT_RULE_OPTIONS, alertsOf, type RuleOptions } from '../../src/alerts/alert.ts';

const optionsOf = (...lines: string[]): RuleOptions[] =>
  ruleOptionsOf(readAlertConfig(['schemaVersion: 1', ...lines].join('\n'), 'alerts.yaml'));

/** Limits of the alerts of a measure: severity, limit, and the features they are for. */
const limitsOf = (options: RuleOptions | undefined, id: string): unknown[] =>
  options === undefined
    ? []
    : alertsOf(options)
        .filter(({ measure }) => measure.id === id)
        .map(({ severity, limit, features }) => [severity, limit, ...(features === undefined ? [] : [features])]);

test('a file of one line asks for the default rules, in their order', () => {
  const [all, ...others] = optionsOf();
  expect(others).toEqual([]);
  expect(alertsOf(all as RuleOptions)).toEqual(alertsOf(DEFAULT_RULE_OPTIONS));
  expect(all).toMatchObject({ longWindow: '1h', shortWindow: '5m', holdFor: '5m', scope: {}, without: {} });
});

test('what is written takes the place of the default limits of its measure, and of nothing else', () => {
  const [all] = optionsOf('defaults:', '  limits:', '    psi: 0.3', '    js-distance: on', '    outlier-share: off');
  expect(limitsOf(all, 'psi')).toEqual([['critical', 0.3]]);
  expect(limitsOf(all, 'js-distance')).toEqual([['critical', 0.1]]);
  expect(limitsOf(all, 'outlier-share')).toEqual([]);
  expect(limitsOf(all, 'missing-share')).toEqual(limitsOf(DEFAULT_RULE_OPTIONS, 'missing-share'));
});

test('a warning alone has no critical alert', () => {
  const [all] = optionsOf('defaults: { limits: { psi: { warning: 0.1 } } }');
  expect(limitsOf(all, 'psi')).toEqual([['warning', 0.1]]);
});

test('models with entries of their own are in no other scope', () => {
  const scopes = optionsOf(
    'defaults: { limits: { psi: 0.3 }, window: 2h }',
    'models:',
    '  - { name: income, limits: { psi: 0.4 } }',
    '  - { name: income, version: "2", for: 15m }',
    '  - { name: credit }',
  );
  expect(
    scopes.map(({ scope, query, without, longWindow, holdFor }) => ({
      scope,
      where: query?.where,
      without,
      longWindow,
      holdFor,
    })),
  ).toEqual([
    {
      scope: { model: 'income' },
      where: { model: ['income'] },
      without: { version: ['2'] },
      longWindow: '2h',
      holdFor: '5m',
    },
    {
      scope: { model: 'income', version: '2' },
      where: { model: ['income'], version: ['2'] },
      without: {},
      longWindow: '2h',
      holdFor: '15m',
    },
    { scope: { model: 'credit' }, where: { model: ['credit'] }, without: {}, longWindow: '2h', holdFor: '5m' },
    { scope: {}, where: {}, without: { model: ['income', 'credit'] }, longWindow: '2h', holdFor: '5m' },
  ]);
  // A version inherits from its model, and the model from the defaults.
  expect(scopes.map((each) => limitsOf(each, 'psi'))).toEqual(
    [0.4, 0.4, 0.3, 0.3].map((limit) => [['critical', limit]]),
  );
});

test('without other models, only those that are listed have alerts', () => {
  const scopes = optionsOf('otherModels: false', 'models: [{ name: income }]');
  expect(scopes.map(({ scope }) => scope)).toEqual([{ model: 'income' }]);
});

test('what counts all versions together is about the model, even if only a version is listed', () => {
  const scopes = optionsOf('otherModels: false', 'models: [{ name: income, version: "2" }]');
  const idsOf = (options: RuleOptions): string[] => [...options.alerts.keys()];
  const [model, version] = scopes as [RuleOptions, RuleOptions];
  expect([idsOf(model), model.scope]).toEqual([['no-traffic', 'telemetry-lost'], { model: 'income' }]);
  expect(idsOf(version)).toContain('psi');
  expect(idsOf(version)).not.toContain('no-traffic');
  for (const { matchers } of alertsOf(model)) expect(matchers).toEqual([]);
});

test('a feature with a limit of its own is not in the general rule', () => {
  const [income] = optionsOf(
    'models:',
    '  - name: income',
    '    features: { age: { psi: 0.4, missing-share: off }, zip: off }',
  );
  expect(limitsOf(income, 'psi')).toEqual([
    ['warning', 0.1, { without: ['age', 'zip'] }],
    ['critical', 0.25, { without: ['age', 'zip'] }],
    ['critical', 0.4, { only: 'age' }],
  ]);
  expect(limitsOf(income, 'missing-share').at(-1)).toEqual(['critical', 0.05, { without: ['age', 'zip'] }]);
  expect(limitsOf(income, 'unseen-share').at(-1)).toEqual(['critical', 0.05, { without: ['zip'] }]);
  // Measures of the model are as they were.
  expect(limitsOf(income, 'latency-quantile')).toEqual(limitsOf(DEFAULT_RULE_OPTIONS, 'latency-quantile'));
  expect(limitsOf(income, 'reference-missing')).toEqual(limitsOf(DEFAULT_RULE_OPTIONS, 'reference-missing'));
});

test('features of the defaults are those of every model, by measure', () => {
  const [income] = optionsOf(
    'defaults: { features: { age: { psi: 0.4, missing-share: 0.1 }, zip: off } }',
    'models: [{ name: income, features: { age: { psi: 0.5 }, zip: { psi: 0.6 } } }]',
  );
  expect(limitsOf(income, 'psi').slice(2)).toEqual([
    ['critical', 0.5, { only: 'age' }],
    ['critical', 0.6, { only: 'zip' }],
  ]);
  expect(limitsOf(income, 'missing-share').at(-1)).toEqual(['critical', 0.1, { only: 'age' }]);
});

test('the rules of a measure share its significance', () => {
  const [income] = optionsOf('models: [{ name: income, features: { age: { psi: 0.4 } }, significance: 0.01 }]');
  const significances = alertsOf(income as RuleOptions).filter(({ measure }) => measure.id === 'psi');
  expect(new Set(significances.map(({ significance }) => significance))).toEqual(new Set([0.005]));
});

test.each([
  ['20 per hour', 0.0028],
  ['100 per day', 0.00058],
  ['100 per second', 0.02],
])('of a model that makes %s, traffic is missed from %s per second on', (rate, limit) => {
  const [rare] = optionsOf(`models: [{ name: rare, rate: ${rate} }]`);
  expect(limitsOf(rare, 'no-traffic')).toEqual([['critical', limit]]);
  const [own] = optionsOf(`models: [{ name: rare, rate: ${rate}, limits: { no-traffic: 0.5 } }]`);
  expect(limitsOf(own, 'no-traffic')).toEqual([['critical', 0.5]]);
});

test('a model in batches is named, and has no alert of what stops after each run', () => {
  const [nightly] = optionsOf('models: [{ name: nightly, runsEvery: 1d, keepFiringFor: 10m }]');
  expect(nightly).toMatchObject({ batchModels: ['nightly'], longWindow: '27h', keepFiringFor: '10m' });
  expect([...(nightly?.alerts.keys() ?? [])]).not.toEqual(expect.arrayContaining(['no-traffic']));
});

test('team, folder, runbooks and fields of queries reach the rules', () => {
  const [all] = optionsOf(
    'team: risk',
    'folder: Models of risk',
    'runbooks: https://wiki.invalid/measures.md',
    'defaults: { groups: [sex], compare: pairwise, privileged: Male, favorable: ">50K", minimumGroupSize: 30, minimumObservations: 500 }',
  );
  expect(all).toMatchObject({
    scope: { team: 'risk', folder: 'Models of risk' },
    runbooks: 'https://wiki.invalid/measures.md',
    query: {
      where: { group: ['sex'] },
      compare: 'pairwise',
      privileged: 'Male',
      favorable: '>50K',
      minimumGroupSize: 30,
      minimumObservations: 500,
    },
  });
});
