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
  const groups = read.map(({ labels, counts }) => [labels, counts.map((each) => each?.group)]);
  expect(groups).toEqual([
    [
      { ...SEX, ml_group_value: 'Female' },
      [
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
    ],
    [
      { ...SEX, ml_group_value: 'Male' },
      [{ group: 'Male', favorable: 'yes', cells: [{ predicted: 'yes', count: 5 }] }, undefined],
    ],
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

describe('comparisons', () => {
  const counted = [
    predicted(SEX, 'Female', 'yes', 3, 3),
    predicted(SEX, 'Male', 'yes', 5, 5),
    predicted(SEX, 'other', 'yes', 7, 7),
    predicted(SEX, 'missing', 'yes', 9, 9),
    predicted(AGE, 'young', 'yes', 4, 4),
    predicted(AGE, 'old', 'yes', 6, 6),
  ];
  /** The profile names a group of one attribute, at the second time only. */
  const privileged = [series({ ...SEX, ml_group_value: 'Male' }, NaN, 1)];
  const compared = (change: object, selected: object) =>
    readFrom(predictionsByGroup.comparisons, { ...query, ...change }, { counted, ...selected })
      .map(({ labels, counts }) => [
        labels['ml_group_attribute'],
        labels['ml_group_value'],
        counts.map((each) =>
          each === undefined
            ? undefined
            : [each.compared.map(({ group }) => group), each.references?.map(({ group }) => group)],
        ),
      ])
      .filter(([, , counts]) => (counts as unknown[]).some((each) => each !== undefined));

  test('of extremes are of all groups but those of people without a known one', () => {
    const both = [['Female', 'Male'], undefined];
    expect(compared({ compare: 'extremes' }, {})).toEqual([
      ['sex', undefined, [both, both]],
      [
        'age',
        undefined,
        [
          [['young', 'old'], undefined],
          [['young', 'old'], undefined],
        ],
      ],
    ]);
  });

  test('with a group that the query names are of every other group', () => {
    const pair = [['Female'], ['Male']];
    expect(compared({ privileged: 'Male' }, {})).toEqual([
      ['sex', 'Female', [pair, pair]],
      [
        'age',
        'young',
        [
          [['young'], []],
          [['young'], []],
        ],
      ],
      [
        'age',
        'old',
        [
          [['old'], []],
          [['old'], []],
        ],
      ],
    ]);
  });

  test('are pairwise while the profile names a group, and of the extremes elsewhere', () => {
    expect(compared({}, { privileged })).toEqual([
      ['sex', undefined, [[['Female', 'Male'], undefined], undefined]],
      ['sex', 'Female', [undefined, [['Female'], ['Male']]]],
      [
        'age',
        undefined,
        [
          [['young', 'old'], undefined],
          [['young', 'old'], undefined],
        ],
      ],
    ]);
    expect(compared({ compare: 'pairwise' }, { privileged })).toEqual([
      ['sex', 'Female', [undefined, [['Female'], ['Male']]]],
    ]);
  });

  test('know what stands beside them in the answer', () => {
    const [sex] = readFrom(predictionsByGroup.comparisons, { ...query, compare: 'extremes' }, { counted });
    expect(sex?.counts[0]?.groups.map(({ group }) => group)).toEqual(['Female', 'Male', 'other', 'missing']);
    expect(sex?.counts[0]?.beside.map((groups) => groups.map(({ group }) => group))).toEqual([['young', 'old']]);
  });
});
