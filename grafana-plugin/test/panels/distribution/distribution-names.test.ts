import { distributionNames, type Identity } from '../../../src/panels/distribution/distribution-names.ts';

const feature = (name: string, model: string, version: string): Identity => ({
  binLabel: 'ml_feature_bin',
  labels: { ml_model_name: model, ml_model_version: version, ml_feature_name: name },
  histogram: '',
});

const ofProfile = (name: string, version: string, profile: string): Identity => {
  const identity = feature(name, 'income', version);
  return { ...identity, labels: { ...identity.labels, ml_profile_id: profile } };
};

const predictions = (model: string, version: string): Identity => ({
  binLabel: 'ml_prediction_bin',
  labels: { ml_model_name: model, ml_model_version: version },
  histogram: '',
});

const histogram = (labels: Record<string, string>, name = ''): Identity => ({
  binLabel: 'ml_feature_bin',
  labels,
  histogram: name,
});

test.each<[string, Identity[], string[]]>([
  ['one model', [feature('age', 'income', '1'), feature('sex', 'income', '1')], ['age', 'sex']],
  ['two models', [feature('age', 'income', '1'), feature('age', 'credit', '1')], ['age (income)', 'age (credit)']],
  [
    'two versions',
    [feature('age', 'income', '1'), feature('age', 'income', '2')],
    ['age (version 1)', 'age (version 2)'],
  ],
  [
    'models and versions',
    [predictions('income', '1'), predictions('credit', '2')],
    ['predictions (income, version 1)', 'predictions (credit, version 2)'],
  ],
  ['one of predictions', [predictions('income', '1')], ['predictions']],
  ['labels of a histogram', [histogram({ job: 'api', method: 'GET' })], ['job=api, method=GET']],
  ['a histogram without labels', [histogram({}, 'queue_seconds')], ['queue_seconds']],
  ['a histogram without anything', [histogram({})], ['histogram']],
  ['a feature beside a histogram', [feature('age', 'income', '1'), histogram({ job: 'api' })], ['age', 'job=api']],
])('names %s', (_, identities, expected) => {
  expect(distributionNames(identities)).toEqual(expected);
});

test('names another label that differs', () => {
  const segment = (value: string): Identity => ({
    binLabel: 'ml_feature_bin',
    labels: { ml_feature_name: 'age', segment: value },
    histogram: '',
  });
  expect(distributionNames([segment('web'), segment('app')])).toEqual(['age (segment=web)', 'age (segment=app)']);
});

test.each<[string, Identity[], string[]]>([
  ['one profile', [ofProfile('age', '1', 'p'), ofProfile('work', '1', 'p')], ['age', 'work']],
  [
    'two versions, each with its profile',
    [ofProfile('age', '1', 'p'), ofProfile('age', '2', 'q')],
    ['age (version 1)', 'age (version 2)'],
  ],
  [
    'two profiles of a feature',
    [ofProfile('age', '1', 'p'), ofProfile('age', '1', 'q'), ofProfile('work', '1', 'q')],
    ['age (profile p)', 'age (profile q)', 'work'],
  ],
  [
    'two profiles of one of two versions',
    [ofProfile('age', '1', 'p'), ofProfile('age', '1', 'q'), ofProfile('age', '2', 'r')],
    ['age (version 1, profile p)', 'age (version 1, profile q)', 'age (version 2)'],
  ],
  [
    'a recorder of an earlier release',
    [feature('age', 'income', '1'), ofProfile('age', '1', 'q')],
    ['age (profile unknown)', 'age (profile q)'],
  ],
])('names %s', (_, identities, expected) => {
  expect(distributionNames(identities)).toEqual(expected);
});
