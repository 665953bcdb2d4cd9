import { AlertConfigError } from '../../src/alert-config/alert-config-error.ts';
import { readAlertConfig } from '../../src/alert-config/read-alert-config.ts';

const faultsOf = (...lines: string[]): string[] => {
  try {
    readAlertConfig(['schemaVersion: 1', ...lines].join('\n'), 'alerts.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(AlertConfigError);
    return (error as AlertConfigError).message.split('\n');
  }
  return [];
};

test('a file of one line is enough', () => {
  expect(readAlertConfig('schemaVersion: 1\n', 'alerts.yaml')).toEqual({ schemaVersion: 1 });
});

test.each([
  ['defaults: { limits: { pis: 0.3 } }', 'defaults.limits.pis is no measure: did you mean psi?'],
  ['defaults: { limits: { wibble: 1 } }', /^defaults\.limits\.wibble is no measure: choose one of psi, /],
  ['defaults: { shortwindow: 5m }', 'defaults.shortwindow is not known here: did you mean shortWindow?'],
  ['defaults: { psi: 0.3 }', 'defaults.psi is not known here, since it is a measure: write it under limits.'],
  ['window: 1h', 'window is not known here: write it under defaults, or under one of the models.'],
  ['defaults: { runsEvery: 1d }', 'defaults.runsEvery is not known here: write it under one of the models.'],
  ['defaults: { window: 1 hour }', 'defaults.window is no duration: write it as 5m, 1h or 1d.'],
  ['defaults: { window: 0m }', 'defaults.window is no duration: write it as 5m, 1h or 1d.'],
  ['models: [{ name: 5 }]', 'models[0].name is no text: put it in quotes.'],
  ['models: [{ version: "2" }]', 'models[0].name is missing: give it.'],
  ['models: income', 'models is no list: begin each model with a dash.'],
  ['team: Risk Models', /^team is no short name: write it in small letters/],
  ['defaults: { limits: { psi: high } }', /^defaults\.limits\.psi is no limit: write a number, both as /],
  ['defaults: { limits: { psi: { critical: x } } }', /^defaults\.limits\.psi\.critical is no number: write the limit/],
  [
    'defaults: { limits: { psi: { crit: 1 } } }',
    /^defaults\.limits\.psi\.crit is not known here: choose one of warning/,
  ],
  ['defaults: { limits: { psi: {} } }', 'defaults.limits.psi is empty: give warning, critical or both, or write off.'],
  [
    'defaults: { limits: { psi: { warning: 0.3, critical: 0.2 } } }',
    'defaults.limits.psi.warning is 0.3, which values of PSI reach after the critical limit of 0.2: give a warning below it, or leave it out.',
  ],
  [
    'defaults: { limits: { disparate-impact: { warning: 0.7, critical: 0.8 } } }',
    /^defaults\.limits\.disparate-impact\.warning is 0\.7, .*: give a warning above it, or leave it out\.$/,
  ],
  ['defaults: { limits: { missing-share: 5 } }', /is a share: write one between 0 and 1, such as 0\.05 for 5 %\.$/],
  ['defaults: { limits: { psi: -1 } }', 'defaults.limits.psi is -1, and PSI has no limit below 0: give one above.'],
  [
    'defaults: { limits: { throughput: on } }',
    /^defaults\.limits\.throughput is on, and Throughput has no default limit/,
  ],
  [
    'models: [{ name: income, features: { age: { latency-quantile: 1 } } }]',
    'models[0].features.age.latency-quantile is about a model, and not about a feature: write it under limits of the model.',
  ],
  [
    'models: [{ name: income, features: { age: 1 } }]',
    /^models\[0\]\.features\.age is neither off nor limits by measure/,
  ],
  ['models: [{ name: a }, { name: a }]', 'models[1] is "a" again: put its settings into models[0].'],
  ['models: [{ name: a, rate: 3 per year }]', /^models\[0\]\.rate is no rate: write it as 20 per hour; the units are/],
  [
    'models: [{ name: a, rate: 3 per day }]',
    /^models\[0\]\.rate is 3 per day, at which 200 observations take 77d, longer/,
  ],
  [
    'models: [{ name: a, rate: 20 per hour, window: 1h }]',
    'models[0].window is 1h, too short for enough observations at 20 per hour: write 12h, or leave it out.',
  ],
  [
    'models: [{ name: a, runsEvery: 1d, window: 1h }]',
    'models[0].window is 1h, too short for the last of its runs, every 1d: write 27h, or leave it out.',
  ],
  ['defaults: { shortWindow: 2h }', 'defaults.shortWindow is 2h, longer than the window of 1h: give a shorter one.'],
  [
    'otherModels: false',
    /^otherModels is false, and no model is listed, so there is no alert: list one under models\.$/,
  ],
  ['defaults: 3', /^defaults is no list of fields: indent them below it, or leave it out\.$/],
])('%s', (line, sentence) => {
  const [found, ...others] = faultsOf(line);
  expect(others).toEqual([]);
  const [place, text = ''] = [found?.slice(0, 21), found?.slice(21)];
  expect(place).toBe('alerts.yaml, line 2: ');
  if (typeof sentence === 'string') expect(text).toBe(sentence);
  else expect(text).toMatch(sentence);
});

test('each fault is told with its line, all together', () => {
  const file = [
    'defaults:',
    '  limits:',
    '    pis: 0.3',
    'models:',
    '  - name: a',
    '    features:',
    '      age:',
    '        psi: x',
  ];
  expect(faultsOf(...file).map((sentence) => sentence.split(':')[0])).toEqual([
    'alerts.yaml, line 4',
    'alerts.yaml, line 9',
  ]);
});

test('a feature that is there twice is refused, not the last one taken', () => {
  const file = ['models:', '  - name: income', '    features:', '      age: off', '      age: { psi: 0.4 }'];
  expect(faultsOf(...file)).toEqual(['alerts.yaml, line 6: age is there twice: put all of it in one place.']);
});

test.each(['models: [', 'a:\n - b\n c'])('what is no YAML is refused: %j', (text) => {
  const found = faultsOf(text);
  expect(found.length).toBeGreaterThan(0);
  for (const sentence of found) expect(sentence).toMatch(/^alerts\.yaml, line \d+: this is no YAML: [^\n]+\.$/);
});

test.each([
  ['- a list', /^alerts\.yaml, line 1: the file is no list of fields/],
  ['', /^alerts\.yaml, line 1: the file is no list of fields/],
  ['team: risk', /^alerts\.yaml, line 1: schemaVersion is missing: write schemaVersion: 1\.$/],
  ['schemaVersion: 2', /^alerts\.yaml, line 1: schemaVersion is another version of the format: write 1\.$/],
])('%j is no file of alerts', (text, sentence) => {
  expect(() => readAlertConfig(text, 'alerts.yaml')).toThrow(sentence);
});
