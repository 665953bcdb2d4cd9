import { BoundedLabels } from '../../src/recorder/bounded-labels.ts';
import { GroupLabels } from '../../src/recorder/group-labels.ts';
import { OutcomeCounts } from '../../src/recorder/outcome-counts.ts';

const score = { edges: [1], counts: [1, 1], mean: 1, standardDeviation: 10, minimum: 0, maximum: 2 };

test('classes are a confusion matrix with the actual class innermost, for the whole and for each group', () => {
  const sex = new GroupLabels({ attribute: 'sex', values: ['Female'] }, 10);
  const outcomes = new OutcomeCounts(
    { kind: 'classification', classes: ['no', 'yes'], counts: [1, 1] },
    new BoundedLabels(['no', 'yes']),
    [sex],
  );
  outcomes.record({ prediction: 'yes', groups: [0] }, 'no');
  outcomes.record({ prediction: 'no', groups: [1] }, 'never seen');
  expect([...outcomes.total]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0]);
  expect([...(outcomes.byGroup[0] as Float64Array)]).toEqual([
    ...[0, 0, 0, 1, 0, 0, 0, 0, 0],
    ...[0, 0, 1, 0, 0, 0, 0, 0, 0],
    ...[0, 0, 0, 0, 0, 0, 0, 0, 0],
  ]);
  outcomes.record({ prediction: 'yes', groups: [0] }, undefined);
  expect(outcomes.problems.invalid).toBe(1);
});

test('errors of a regression have bounds in parts of the standard deviation', () => {
  const outcomes = new OutcomeCounts({ kind: 'regression', score }, undefined, []);
  for (const actual of [3, 8]) outcomes.record({ prediction: 5, groups: [] }, actual);
  expect(outcomes.errors?.edges.slice(0, 3)).toEqual([0.1, 0.2, 0.5]);
  expect([outcomes.errors?.sum, outcomes.errors?.squared, outcomes.above, outcomes.below]).toEqual([5, 13, 2, 3]);
});

test('around a constant the bounds are the parts themselves', () => {
  const constant = { ...score, standardDeviation: 0 };
  expect(new OutcomeCounts({ kind: 'regression', score: constant }, undefined, []).errors?.edges[0]).toBe(0.01);
});

test('a model without a prediction in its profile has no outcomes', () => {
  const outcomes = new OutcomeCounts(undefined, undefined, []);
  outcomes.record({ prediction: 'yes', groups: [] }, 'yes');
  expect(outcomes.problems.invalid).toBe(1);
});
