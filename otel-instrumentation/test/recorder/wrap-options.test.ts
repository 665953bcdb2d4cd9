import { observationOf } from '../../src/recorder/wrap-options.ts';

const person = { age: 30, sex: 'Female' };

test('by default features and groups are the first argument, and the result is the prediction', () => {
  expect(observationOf([person], 'yes', {})).toEqual({
    features: person,
    prediction: 'yes',
    score: undefined,
    groups: person,
  });
});

test('by default prediction and score are fields of a result that is an object', () => {
  expect(observationOf([person], { prediction: 'yes', probability: 0.8 }, {})).toMatchObject({
    prediction: 'yes',
    score: 0.8,
  });
  expect(observationOf([person], { score: 0.5, probability: 0.8 }, {})).toMatchObject({ score: 0.5 });
});

test('each part can be taken from elsewhere', () => {
  const observation = observationOf(
    ['a', person] as [string, typeof person],
    { label: 'yes', p: 0.8 },
    {
      features: (_id, { age }) => ({ age }),
      prediction: ({ label }) => label,
      score: ({ p }) => p,
      groups: (_id, { sex }) => ({ sex }),
      id: (_result, id) => id,
    },
  );
  expect(observation).toEqual({
    features: { age: 30 },
    prediction: 'yes',
    score: 0.8,
    groups: { sex: 'Female' },
    id: 'a',
  });
});

test('an identifier that is not known is left out', () => {
  expect('id' in observationOf<[object], string>([person], 'yes', { id: () => undefined })).toBe(false);
});

test.each<[string, unknown, object]>([
  ['probabilities', { probabilities: [0.2, 0.8] }, { probabilities: [0.2, 0.8] }],
  ['a probability', { probability: 0.8 }, { prediction: 0.8 }],
  ['a score', { score: 3 }, { prediction: 3, score: 3 }],
  ['numbers by class', { no: 0.2, yes: 0.8 }, { prediction: { no: 0.2, yes: 0.8 } }],
  ['one object in an array', [{ prediction: 'yes', score: 0.8 }], { prediction: 'yes', score: 0.8 }],
  ['an array of numbers', [0.2, 0.8], { prediction: [0.2, 0.8] }],
])('without a prediction, the output is what the result has: %s', (_what, result, expected) => {
  expect(observationOf([person], result, {})).toMatchObject(expected);
});

test('of a batch, the fields of each result are columns', () => {
  const results = [{ prediction: 'yes', score: 0.8 }, { prediction: 'no' }];
  expect(observationOf([[person, person]], results, {}, () => true)).toMatchObject({
    prediction: ['yes', 'no'],
    score: [0.8, undefined],
  });
});
