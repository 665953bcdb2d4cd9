import { cellsAt, modelOutcomes } from '../../src/counts/model-outcomes.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

const cell = (predicted: string, actual: string, ...values: number[]) =>
  series({ ...MODEL, ml_outcome_predicted: predicted, ml_outcome_actual: actual }, ...values);

test('asks for the cells of the model as a whole, and leaves out those of single groups', () => {
  expect(textsOf(modelOutcomes, { ...DEFAULT_QUERY, favorable: 'yes' })).toEqual({
    cells:
      'sum by (ml_model_name, ml_model_version, ml_outcome_predicted, ml_outcome_actual) ' +
      '(increase(ml_outcomes_total{ml_group_attribute=""}[5m]))',
  });
});

test('cells are the confusion matrix of each time; without any cell nothing is known', () => {
  const read = readFrom(modelOutcomes, DEFAULT_QUERY, {
    cells: [cell('yes', 'yes', 5, NaN, NaN), cell('yes', 'no', 0, 2, NaN)],
    favorable: [series({ ...MODEL, ml_prediction_class: 'yes' }, 1, NaN, 1)],
  });
  expect(read).toEqual([
    {
      labels: MODEL,
      counts: [
        {
          cells: [
            { predicted: 'yes', actual: 'yes', count: 5 },
            { predicted: 'yes', actual: 'no', count: 0 },
          ],
          favorable: 'yes',
        },
        { cells: [{ predicted: 'yes', actual: 'no', count: 2 }], favorable: undefined },
        undefined,
      ],
    },
  ]);
});

test('a class without a name is one', () => {
  expect(cellsAt([series(MODEL, 3)], 0)).toEqual([{ predicted: '', actual: '', count: 3 }]);
  expect(cellsAt([], 0)).toBeUndefined();
});
