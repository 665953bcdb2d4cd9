import { parseProfile } from '@driftline/shared';
import { describeOutcomes } from '../../src/outcomes/describe-outcomes.ts';
import { limitsFrom } from '../../src/recorder/limits.ts';
import { ModelRecording } from '../../src/recorder/model-recording.ts';
import { exampleProfile } from '../example-profile.ts';

const recording = (change: object = {}): ModelRecording =>
  new ModelRecording(parseProfile({ ...exampleProfile(), ...change }), limitsFrom({}));

test('classes: rows, right ones, unknown classes and unusable labels', () => {
  const made = recording();
  made.recordOutcomes({
    predictions: ['no', 'yes', 'yes', 'maybe', 'no'],
    actuals: ['no', 'yes', 'no', 'maybe', null],
  });
  expect(describeOutcomes(made.outcomes)).toBe(
    '4 counted, 2 right (50 %), 1 of a class that the profile does not have, counted as wrong, ' +
      '1 without a usable label, not counted',
  );
});

test('numbers: rows and their mean absolute error', () => {
  const score = { edges: [5], counts: [1, 1], mean: 5, standardDeviation: 2, minimum: 0, maximum: 10 };
  const made = recording({ prediction: { kind: 'regression', score } });
  made.recordOutcomes({ predictions: [1, 2, '3'], actuals: ['2', 4, 'unknown'] });
  expect(describeOutcomes(made.outcomes)).toBe(
    '2 counted, mean absolute error 1.5, 1 without a usable label, not counted',
  );
});

test('nothing', () => {
  expect(describeOutcomes(recording().outcomes)).toBe('0 counted, 0 right');
});
