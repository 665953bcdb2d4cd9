import { FieldType, type DataFrame, type Field } from '@grafana/data';
import { tooltipRows } from '../../../src/panels/common/tooltip-rows.ts';

const series = (name: string, value: number | null | undefined, parts: Partial<Field> = {}): Field => ({
  name,
  type: FieldType.number,
  config: {},
  values: [value],
  ...parts,
});

const frame = (...fields: Field[]): DataFrame => ({
  length: 1,
  fields: [{ name: 'Time', type: FieldType.time, config: {}, values: [0] }, ...fields],
});

test('the highest value comes first, and what has none is left out', () => {
  const rows = tooltipRows(
    frame(series('low', 0.1), series('hole', null), series('high', 0.5), series('absent', undefined)),
    0,
    1,
  );
  expect(rows).toEqual([
    { label: 'high', value: '0.500', color: '', isActive: false },
    { label: 'low', value: '0.100', color: '', isActive: true },
  ]);
});

test('text and color are those of the field', () => {
  const display = () => ({ text: '31', suffix: '%', numeric: 0.31, color: '#ff0000' });
  expect(tooltipRows(frame(series('age', 0.31, { display })), 0, null)).toEqual([
    { label: 'age', value: '31%', color: '#ff0000', isActive: false },
  ]);
});
