import { FieldType, type DataFrame } from '@grafana/data';
import { oneTable } from '../../../workbench/src/panels/one-table.ts';

const single = (name: string, value: number): DataFrame => ({
  name,
  length: 1,
  fields: [
    {
      name: 'Value',
      type: FieldType.number,
      config: { displayNameFromDS: name },
      labels: { f: name },
      values: [value],
    },
  ],
});

test('a table stays as it is', () => {
  const table = single('age', 1);
  expect(oneTable([table])).toBe(table);
  expect(oneTable([])).toBeUndefined();
});

test('single values become rows', () => {
  const table = oneTable([single('age', 1), single('hours', 2)]);
  expect(table?.fields.map(({ name, values }) => [name, values])).toEqual([
    ['Series', ['age', 'hours']],
    ['Value', [1, 2]],
  ]);
});

test('regression: a frame that says why there is nothing is no table', () => {
  const empty: DataFrame = { length: 0, fields: [] };
  expect(oneTable([empty])).toBeUndefined();
  expect(oneTable([empty, single('age', 1)])?.fields[0]?.name).toBe('Value');
});
