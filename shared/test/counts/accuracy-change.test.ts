import { accuracyChange } from '../../src/counts/accuracy-change.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

const query: MeasureQuery = { ...DEFAULT_QUERY, measure: 'accuracy-drop', minimumObservations: 10 };
const earlier: MeasureQuery = { ...query, baseline: { kind: 'earlier', offset: '1w' } };

const cell = (predicted: string, actual: string, ...values: number[]) =>
  series({ ...MODEL, ml_outcome_predicted: predicted, ml_outcome_actual: actual }, ...values);

test('asks for the accuracy of the profile, or for the outcomes of another time', () => {
  expect(textsOf(accuracyChange, query)['baseline']).toContain('ml_performance_measure="accuracy"');
  expect(textsOf(accuracyChange, earlier)['baseline']).toContain('offset 1w');
});

test('the accuracy of the profile is what the store says', () => {
  const [model] = readFrom(accuracyChange, query, {
    cells: [cell('yes', 'yes', 8, 8, NaN), cell('no', 'yes', 2, 2, NaN)],
    baseline: [series(MODEL, 0.9, NaN, 0.9)],
  });
  expect(model?.labels).toEqual(MODEL);
  expect(model?.counts.map((counts) => counts?.baseline)).toEqual([0.9, NaN, undefined]);
  expect(model?.counts[0]?.cells).toEqual([
    { predicted: 'yes', actual: 'yes', count: 8 },
    { predicted: 'no', actual: 'yes', count: 2 },
  ]);
});

test('an earlier accuracy is that of the outcomes then, where there were enough', () => {
  const [model] = readFrom(accuracyChange, earlier, {
    cells: [cell('yes', 'yes', 1, 1, 1)],
    baseline: [cell('yes', 'yes', 6, 5, NaN), cell('yes', 'no', 4, 4, NaN)],
  });
  expect(model?.counts.map((counts) => counts?.baseline)).toEqual([0.6, NaN, NaN]);
});
