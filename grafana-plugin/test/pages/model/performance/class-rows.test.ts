import { FieldType, toDataFrame, type DataFrame } from '@grafana/data';
import { classRows } from '../../../../src/pages/model/performance/class-rows.ts';

const cell = (version: string, predicted: string, actual: string, ...counts: (number | null)[]): DataFrame =>
  toDataFrame({
    meta: { custom: { measure: 'accuracy', show: 'confusion', favorable: 'yes' } },
    fields: [
      { name: 'Time', type: FieldType.time, values: counts.map((_, index) => index) },
      {
        name: 'Value',
        type: FieldType.number,
        labels: { ml_model_version: version, ml_outcome_predicted: predicted, ml_outcome_actual: actual },
        values: counts,
      },
    ],
  });

test('each class has its precision and recall by the last counts, the favorable class first', () => {
  const rows = classRows([
    cell('1', 'no', 'no', 1, 50),
    cell('1', 'no', 'yes', 1, 10),
    cell('1', 'yes', 'no', 1, 30),
    cell('1', 'yes', 'yes', 1, 30),
  ]);
  expect(rows).toEqual([
    {
      version: '1',
      name: 'yes',
      isFavorable: true,
      precision: 0.5,
      recall: 0.75,
      f1: 0.6,
      predicted: 60,
      actual: 40,
      right: 30,
    },
    {
      version: '1',
      name: 'no',
      isFavorable: false,
      precision: 50 / 60,
      recall: 50 / 80,
      f1: 100 / 140,
      predicted: 60,
      actual: 80,
      right: 50,
    },
  ]);
});

test('a version whose counts have ended has no classes, and a class that was never predicted no precision', () => {
  const rows = classRows([cell('1', 'yes', 'yes', 9, null), cell('2', 'no', 'no', 9, 9), cell('2', 'no', 'yes', 0, 1)]);
  expect(rows.map(({ version, name, precision }) => [version, name, precision])).toEqual([
    ['2', 'yes', NaN],
    ['2', 'no', 0.9],
  ]);
});

test('frames of other formats are no cells', () => {
  expect(classRows([toDataFrame({ fields: [{ name: 'Value', type: FieldType.number, values: [1] }] })])).toEqual([]);
});
