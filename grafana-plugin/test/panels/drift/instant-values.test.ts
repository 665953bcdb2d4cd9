import { FieldType, type DataFrame } from '@grafana/data';
import { instantValues } from '../../../src/panels/drift/instant-values.ts';

const table: DataFrame = {
  length: 3,
  fields: [
    { name: 'Model', type: FieldType.string, config: {}, values: ['income', 'income', 'income'] },
    { name: 'Feature', type: FieldType.string, config: {}, values: ['age', 'sex', 'job'] },
    { name: 'Value', type: FieldType.number, config: {}, values: [0.1, 0.3, null] },
    { name: 'Observations', type: FieldType.number, config: {}, values: [900, 900, 1] },
  ],
};

test('a table has one value a row, named by its texts', () => {
  const values = instantValues([table], () => [0.25], false);
  expect(values.map(({ name, text, limits }) => [name, text, limits])).toEqual([
    ['income sex', '0.300', [0.25]],
    ['income age', '0.100', [0.25]],
  ]);
});

test('where lower is worse, the lowest comes first', () => {
  expect(instantValues([table], () => [], true).map(({ value }) => value)).toEqual([0.1, 0.3]);
});
