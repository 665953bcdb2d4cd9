import { diag } from '@opentelemetry/api';
import { parseProfile } from '@driftline/shared';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { ModelMonitor } from '../../src/recorder/model-monitor.ts';
import { exampleProfile } from '../example-profile.ts';

interface Setting {
  readonly profile?: object;
  readonly rows?: number;
  readonly features?: unknown;
  readonly prediction?: unknown;
  readonly score?: unknown;
}

const GOOD = { age: 30, work: 'State' };
const TIMES = 200;

/** A monitor after some equal rows. */
function monitorOf({ profile = exampleProfile(), rows = TIMES, ...observation }: Setting): ModelMonitor {
  const monitor = new ModelMonitor(parseProfile(profile));
  for (let row = 0; row < rows; row++) monitor.record(observation);
  return monitor;
}

const problems = (setting: Setting): readonly string[] => monitorOf(setting).report().problems;

const score = { edges: [10, 20], counts: [1, 2, 1], mean: 15, standardDeviation: 5, minimum: 0, maximum: 30 };
const regression = { ...exampleProfile(), prediction: { kind: 'regression', score } };

test('rows and predictions as the profile has them are no problem', () => {
  expect(problems({ features: GOOD, prediction: 'yes' })).toEqual([]);
  expect(problems({ profile: regression, features: GOOD, prediction: 12 })).toEqual([]);
});

test.each<[string, Setting, string]>([
  [
    'a feature that is always missing',
    { features: { work: 'State' } },
    '1 of 2 features of income 1 is missing in nearly all of 200 rows, unlike in the training data: "age". Pass them',
  ],
  [
    'a numeric feature that is never a number',
    { features: { ...GOOD, age: 'thirty' } },
    '1 is numeric in the profile, and nearly no value of 200 rows is a number: "age". Pass numbers, or build the profile with --categorical',
  ],
  [
    'a categorical feature that is never plain',
    { features: { ...GOOD, work: { code: 1 } } },
    'nearly no value of 200 rows is a text, a number or a boolean: "work". Pass plain values',
  ],
  [
    'a categorical feature that is never a known category',
    { features: { ...GOOD, work: 'Moon' } },
    'is categorical, and nearly every value of 200 rows is a category that the profile does not have: "work". Pass the values',
  ],
  [
    'classes that the profile does not have',
    { features: GOOD, prediction: 'maybe' },
    '100 % of 200 predictions of income 1 are none of its classes ("no" and "yes"). Record the class',
  ],
  [
    'a regression without numbers',
    { profile: regression, features: GOOD, prediction: 'twelve' },
    '200 predictions or scores of income 1 are no numbers, and 0 are counted. Record a number',
  ],
  [
    'predictions without features',
    { prediction: 'yes' },
    '200 predictions of income 1 were recorded without features. Pass features to record',
  ],
])('%s', (_what, setting, sentence) => {
  const recorded = { prediction: setting.profile === undefined ? 'yes' : 12, ...setting };
  expect(problems(recorded)).toEqual([expect.stringContaining(sentence)]);
  expect(problems({ ...recorded, rows: TIMES - 1 })).toEqual([]);
});

test('predictions that an estimate of the performance lacks are said from one in twenty on', () => {
  const calibration = { rows: [4, 4], positives: [1, 3] };
  const scoreBins = [{ class: 'yes', edges: [0.5], counts: [50, 50], threshold: 0.5, calibration }];
  const profile = parseProfile({ ...exampleProfile(), prediction: { ...exampleProfile().prediction, scoreBins } });
  const said = (score: unknown, every: number): readonly string[] => {
    const monitor = new ModelMonitor(profile);
    for (let row = 0; row < TIMES; row++) {
      monitor.record({ features: GOOD, prediction: 'yes', score: row % every === 0 ? score : 0.75 });
    }
    return monitor.report().problems;
  };
  expect([said(undefined, 20), said(1.5, 20), said(0.5, 1)]).toEqual([[], [], []]);
  expect(said(undefined, 10)).toEqual([
    '10 % of 200 predictions of income 1 have no score, so the performance is estimated without them: record the ' +
      'probability of "yes" as score, or as probabilities, with the prediction.',
  ]);
  expect(said(1.5, 10)).toEqual([
    '10 % of 200 predictions of income 1 have a score that is not the probability of "yes", so the performance is ' +
      'estimated without them: record a number from 0 to 1.',
  ]);
});

test('names that differ in case and separators are named together from the first row on', () => {
  const named = problems({ features: { Age: 30, work: 'State' }, rows: 1 });
  expect(named).toEqual([
    'rows hold "Age", but the profile of income 1 has "age", which never arrives. Pass the names of the profile.',
  ]);
  // The other spelling explains why the feature is missing, so that is not said again.
  expect(problems({ features: { Age: 30, work: 'State' } })).toEqual(named);
});

test('a feature that is as often missing in training is no problem', () => {
  const profile = exampleProfile();
  Object.assign(profile.features[0] ?? {}, { counts: [0, 1, 1, 0], missing: 98 });
  expect(problems({ profile, features: { work: 'State' } })).toEqual([]);
});

test('classes beyond the limit of labels are expected in `other`', () => {
  const monitor = new ModelMonitor(parseProfile(exampleProfile()), { maximumLabels: 1 });
  for (let row = 0; row < TIMES; row++) monitor.record({ features: GOOD, prediction: row % 10 === 0 ? 'yes' : 'no' });
  expect(monitor.report().problems).toEqual([]);
});

test('a thousand features are named by the first five', () => {
  const [age] = exampleProfile().features;
  const features = Array.from({ length: 1000 }, (_, i) => ({ ...age, name: `feature\n${i}` }));
  expect(problems({ profile: { ...exampleProfile(), features }, features: {} })).toEqual([
    expect.stringMatching(/^1000 of 1000 features [^\n]*: "feature\\n0", [^\n]*"feature\\n4" and 995 more\./),
  ]);
});

describe('warnings', () => {
  afterEach(() => jest.restoreAllMocks());

  const collected = async (monitor: ModelMonitor) => {
    const registry = new ModelRegistry();
    registry.add(monitor);
    return new DriftlineProducer(registry).collect();
  };

  test('each problem is warned of once, when metrics are collected, and again for another version', async () => {
    const warn = jest.spyOn(diag, 'warn').mockImplementation();
    const monitor = monitorOf({ features: GOOD, prediction: 'maybe' });
    expect(warn).not.toHaveBeenCalled();
    await collected(monitor);
    await collected(monitor);
    expect(warn.mock.calls).toEqual([[`driftline: ${monitor.report().problems[0]}`]]);

    monitor.replaceProfile(parseProfile({ ...exampleProfile(), model: { name: 'income', version: '2' } }));
    for (let row = 0; row < TIMES; row++) monitor.record({ features: GOOD, prediction: 'maybe' });
    await collected(monitor);
    expect(warn).toHaveBeenCalledTimes(2);
  });

  test('a healthy model is quiet', async () => {
    const warn = jest.spyOn(diag, 'warn').mockImplementation();
    const { errors } = await collected(monitorOf({ features: GOOD, prediction: 'yes' }));
    expect([errors, warn.mock.calls]).toEqual([[], []]);
  });
});
