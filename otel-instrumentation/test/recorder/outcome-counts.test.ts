import { NO_MATCH } from '@driftline/shared';
import { GroupLabels } from '../../src/recorder/group-labels.ts';
import { OutcomeCounts } from '../../src/recorder/outcome-counts.ts';

const score = { edges: [1], counts: [1, 1], mean: 1, standardDeviation: 10, minimum: 0, maximum: 2 };

test('classes are a confusion matrix with the actual class innermost, for the whole and for each group', () => {
  const sex = new GroupLabels({ attribute: 'sex', values: ['Female'] }, 10);
  const outcomes = new OutcomeCounts({ kind: 'classification', classes: ['no', 'yes'], counts: [1, 1] }, [sex], 10);
  outcomes.record({ prediction: 1, groups: [0], scores: [] }, 0);
  outcomes.record({ prediction: 0, groups: [1], scores: [] }, NO_MATCH.unknown);
  expect([...outcomes.total]).toEqual([0, 0, 1, 1, 0, 0, 0, 0, 0, 0]);
  expect([...(outcomes.byGroup[0] as Float64Array)]).toEqual(
    [
      [0, 0, 0, 1, 0, 0, 0, 0, 0, 0],
      [0, 0, 1, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ].flat(),
  );
  for (const actual of [NO_MATCH.missing, NO_MATCH.invalid])
    outcomes.record({ prediction: 1, groups: [0], scores: [] }, actual);
  expect(outcomes.problems).toMatchObject({ invalid: 2, unknown_class: 1 });
});

/** Cells that were counted for some pairs of predicted and actual classes. */
function countedCells(classes: string[], limit: number, pairs: readonly (readonly [string, string])[]) {
  const outcomes = new OutcomeCounts({ kind: 'classification', classes }, [], limit);
  for (const [predicted, actual] of pairs) {
    outcomes.record({ prediction: classes.indexOf(predicted), groups: [], scores: [] }, classes.indexOf(actual));
  }
  const { cells = [] } = outcomes.matrix ?? {};
  return cells.flatMap((cell, i) => Array.from({ length: outcomes.total[i] ?? 0 }, () => cell.join(' → ')));
}

test('classes that nobody knows are never right, even if they are equal', () => {
  expect(countedCells(['no', 'yes'], 10, [['x', 'x']])).toEqual(['other → another class']);
  expect(countedCells(['no', 'yes'], 10, [['x', 'no']])).toEqual(['other → no']);
});

test('known classes without a label of their own are right where they are equal, and only there', () => {
  expect(countedCells(['a', 'b', 'c'], 1, [['b', 'b']])).toEqual(['other → other']);
  expect(countedCells(['a', 'b', 'c'], 1, [['b', 'c']])).toEqual(['other → another class']);
  expect(countedCells(['a', 'b', 'c'], 1, [['b', 'x']])).toEqual(['other → another class']);
});

test('a class that is itself called other is right only where it is predicted', () => {
  expect(countedCells(['other', 'no'], 10, [['other', 'other']])).toEqual(['other → other']);
  expect(countedCells(['other', 'no'], 10, [['x', 'other']])).toEqual(['another class → other']);
  expect(countedCells(['other', 'no'], 10, [['other', 'x']])).toEqual(['other → another class']);
});

test('errors of a regression have bounds in parts of the standard deviation', () => {
  const outcomes = new OutcomeCounts({ kind: 'regression', score }, [], 10);
  for (const actual of [3, 8]) outcomes.record({ prediction: 5, groups: [], scores: [] }, actual);
  expect(outcomes.errors?.edges.slice(0, 3)).toEqual([0.1, 0.2, 0.5]);
  expect([outcomes.errors?.sum, outcomes.errors?.squared, outcomes.above, outcomes.below]).toEqual([5, 13, 2, 3]);
});

test('around a constant the bounds are the parts themselves', () => {
  const constant = { ...score, standardDeviation: 0 };
  expect(new OutcomeCounts({ kind: 'regression', score: constant }, [], 10).errors?.edges[0]).toBe(0.01);
});

test('a model without a prediction in its profile has no outcomes', () => {
  const outcomes = new OutcomeCounts(undefined, [], 10);
  outcomes.record({ prediction: 1, groups: [], scores: [] }, 1);
  expect(outcomes.problems.invalid).toBe(1);
});

test('one absurd error of a regression leaves the errors after it as they are', () => {
  const outcomes = new OutcomeCounts({ kind: 'regression', score }, [], 10);
  outcomes.record({ prediction: 1.7e18, groups: [], scores: [] }, 0);
  outcomes.record({ prediction: -1.7e18, groups: [], scores: [] }, 0);
  const sums = () => [outcomes.errors?.sum, outcomes.errors?.squared, outcomes.above, outcomes.below];
  const before = sums();
  expect(before).toEqual([2e7, 2e14, 1e7, 1e7]);
  for (const actual of [3, 8]) outcomes.record({ prediction: 5, groups: [], scores: [] }, actual);
  expect(sums().map((each, i) => (each ?? NaN) - (before[i] ?? NaN))).toEqual([5, 13, 2, 3]);
});

test('around a constant an absurd error enters no sum', () => {
  const outcomes = new OutcomeCounts({ kind: 'regression', score: { ...score, standardDeviation: 0 } }, [], 10);
  outcomes.record({ prediction: 1.7e18, groups: [], scores: [] }, 0);
  outcomes.record({ prediction: 5, groups: [], scores: [] }, 3);
  expect([outcomes.errors?.sum, outcomes.errors?.squared, outcomes.above, outcomes.below]).toEqual([2, 4, 2, 0]);
  expect(outcomes.errors?.absurd).toBe(1);
});
