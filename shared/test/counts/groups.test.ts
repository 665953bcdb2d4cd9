import { outcomesByGroup, predictionsByGroup } from '../../src/counts/groups.ts';
import { DEFAULT_QUERY } from '../../src/query/measure-query.ts';
import { MODEL, readFrom, series, textsOf } from './made-up-series.ts';

const query = { ...DEFAULT_QUERY, favorable: 'yes' };
const SEX = { ...MODEL, ml_group_attribute: 'sex' };
const AGE = { ...MODEL, ml_group_attribute: 'age' };

const predicted = (group: object, value: string, label: string, ...values: number[]) =>
  series({ ...group, ml_group_value: value, ml_prediction_class: label }, ...values);

test('predictions are asked for by group and class, outcomes by group and cell', () => {
  const predictions = textsOf(predictionsByGroup.single, query);
  expect(predictions['counted']).toBe(
    'sum by (ml_model_name, ml_model_version, ml_group_attribute, ml_group_value, ml_prediction_class) ' +
      '(increase(ml_group_predictions_total[5m]))',
  );
  expect(textsOf(predictionsByGroup.attributes, query)).toEqual(predictions);
  expect(textsOf(outcomesByGroup.single, query)['counted']).toContain('ml_outcomes_total{ml_group_attribute!=""}');
});

test('each group is a subject with its own cells at each time', () => {
  const read = readFrom(predictionsByGroup.single, query, {
    counted: [
      predicted(SEX, 'Female', 'yes', 3, NaN),
      predicted(SEX, 'Male', 'yes', 5, NaN),
      predicted(SEX, 'Female', 'no', 7, 8),
    ],
  });
  expect(read).toEqual([
    {
      labels: { ...SEX, ml_group_value: 'Female' },
      counts: [
        {
          group: 'Female',
          favorable: 'yes',
          cells: [
            { predicted: 'yes', count: 3 },
            { predicted: 'no', count: 7 },
          ],
        },
        { group: 'Female', favorable: 'yes', cells: [{ predicted: 'no', count: 8 }] },
      ],
    },
    {
      labels: { ...SEX, ml_group_value: 'Male' },
      counts: [{ group: 'Male', favorable: 'yes', cells: [{ predicted: 'yes', count: 5 }] }, undefined],
    },
  ]);
});

test('groups of one attribute stand together, those of another apart', () => {
  const read = readFrom(predictionsByGroup.attributes, query, {
    counted: [
      predicted(SEX, 'Female', 'yes', 3, NaN),
      predicted(AGE, 'young', 'yes', 4, NaN),
      predicted(SEX, 'Male', 'yes', 5, 6),
    ],
  });
  const groups = read.map(({ labels, counts }) => [
    labels,
    counts.map((each) => each?.groups.map(({ group }) => group)),
  ]);
  expect(groups).toEqual([
    [SEX, [['Female', 'Male'], ['Male']]],
    [AGE, [['young'], undefined]],
  ]);
});

test('cells of outcomes are those of a confusion matrix', () => {
  const labels = { ...SEX, ml_group_value: 'Male', ml_outcome_predicted: 'yes', ml_outcome_actual: 'no' };
  const [group] = readFrom(outcomesByGroup.single, query, { counted: [series(labels, 4)] });
  expect(group?.counts[0]?.group.cells).toEqual([{ predicted: 'yes', actual: 'no', count: 4 }]);
});

test('a class that no profile names is unknown', () => {
  const [group] = readFrom(predictionsByGroup.single, DEFAULT_QUERY, { counted: [predicted(SEX, 'Male', 'yes', 4)] });
  expect(group?.counts[0]?.group.favorable).toBeUndefined();
});
