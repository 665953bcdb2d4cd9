import { GroupLabels } from '../../src/recorder/group-labels.ts';
import { PredictionCounts } from '../../src/recorder/prediction-counts.ts';

const score = { edges: [0.5], counts: [1, 1], mean: 0.5, standardDeviation: 1, minimum: 0, maximum: 1 };
const classification = { kind: 'classification', classes: ['no', 'yes'], counts: [1, 1], score } as const;

test('classes are counted for the whole and for each group, scores by bin', () => {
  const sex = new GroupLabels({ attribute: 'sex', values: ['Female'] }, 10);
  const counts = new PredictionCounts({ ...classification, classes: ['no', 'yes'], counts: [1, 1] }, [sex], 10);
  counts.record('yes', [0]);
  counts.record('maybe', [1]);
  counts.recordScore(0.75);
  expect([...counts.total]).toEqual([0, 1, 1]);
  expect([...(counts.byGroup[0] as Float64Array)]).toEqual([0, 1, 0, 0, 0, 1, 0, 0, 0]);
  expect(counts.score?.counts()).toEqual([0, 1]);
});

test('the numbers of a regression are its scores; what is no number is unusable', () => {
  const counts = new PredictionCounts({ kind: 'regression', score }, [], 10);
  for (const prediction of [0.25, 0.75, Infinity, 'yes', null]) counts.record(prediction, []);
  expect(counts.score?.counts()).toEqual([1, 1]);
  expect(counts.unusable).toBe(3);
});

test('what is kept for an outcome is a position or a number, never the object of the caller', () => {
  const classes = new PredictionCounts({ ...classification, classes: ['no', 'yes'], counts: [1, 1] }, [], 10);
  expect(['yes', 'x'.repeat(1e6), null, {}].map((each) => classes.keepable(each))).toEqual([1, -1, -2, -3]);
  const numbers = new PredictionCounts({ kind: 'regression', score }, [], 10, ['-999']);
  expect([1.5, ' 2.50 ', 3n, {}, 'x', -999, '-999.0'].map((each) => numbers.keepable(each))).toEqual([
    1.5,
    2.5,
    3,
    NaN,
    NaN,
    NaN,
    NaN,
  ]);
});

test('predictions of classes that nobody knows are counted', () => {
  const counts = new PredictionCounts({ ...classification, classes: ['0', '1'], counts: [1, 1] }, [], 1);
  for (const prediction of [0, '1.0', true, 2, null]) counts.record(prediction, []);
  expect([...counts.total]).toEqual([1, 4]);
  expect([counts.unknown, counts.classified]).toEqual([2, 5]);
});
