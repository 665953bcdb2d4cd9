import { tableFrame } from '../../src/backend/table-frame.ts';
import { PSI_FRAME } from './made-up-frame.ts';

const at = (name: string, value: number, labels = {}) => ({
  ...PSI_FRAME,
  name,
  labels: { ...PSI_FRAME.labels, ml_feature_name: name, ...labels },
  times: [120],
  values: { value: [value], observations: [500], 'critical-value': [0.02] },
});

test('has one row for each series: names, value, counts and limits', () => {
  const [table, ...more] = tableFrame([at('age', 0.3), at('hours', NaN)], ['a'], 200);
  expect(more).toEqual([]);
  expect(table?.meta).toEqual({
    type: 'table',
    typeVersion: [0, 1],
    custom: { measure: 'psi', subject: 'distribution', minimum: 200 },
    executedQueryString: 'a',
  });
  expect(table?.fields.map(({ name, values }) => [name, values])).toEqual([
    ['Model', ['m', 'm']],
    ['Version', ['1', '1']],
    ['Feature', ['age', 'hours']],
    ['Value', [0.3, NaN]],
    ['Observations', [500, 500]],
    ['Critical value', [0.02, 0.02]],
    ['Warning limit', [0.1, 0.1]],
    ['Critical limit', [0.25, 0.25]],
  ]);
});

test('regression: the value is not called by the name of the frame', () => {
  const [table] = tableFrame([at('age', 0.3)], [], 200);
  expect(table?.fields.find(({ name }) => name === 'Value')).toMatchObject({ displayName: 'Value', config: {} });
});

test('a label without a heading follows under its own name, and is empty where a series lacks it', () => {
  const [table] = tableFrame([at('age', 0.3, { zone: 'a' }), at('hours', 0.1)], [], 200);
  const names = table?.fields.map(({ name }) => name) ?? [];
  expect(names.slice(0, 5)).toEqual(['Model', 'Version', 'Feature', 'zone', 'Value']);
  expect(table?.fields[3]?.values).toEqual(['a', '']);
});

test('a range gives its last value, and infinite ones are holes', () => {
  const values = { value: [0.1, Infinity], observations: [1, 2] };
  const [table] = tableFrame([{ ...PSI_FRAME, values }], [], 200);
  expect(table?.fields.find(({ name }) => name === 'Value')?.values).toEqual([NaN]);
  expect(table?.fields.find(({ name }) => name === 'Observations')?.values).toEqual([2]);
});

test('a reference group stands beside the labels, if any row has one', () => {
  const table = (reference: string | undefined) =>
    tableFrame([at('age', 0.3), at('hours', 0.1)], [], 200, ({ ml_feature_name: name }) =>
      name === 'age' ? reference : undefined,
    )[0]?.fields.map(({ name, values }) => [name, values]);
  expect(table('Male')?.slice(2, 5)).toEqual([
    ['Feature', ['age', 'hours']],
    ['Reference group', ['Male', '']],
    ['Value', [0.3, 0.1]],
  ]);
  expect(table(undefined)?.map(([name]) => name)).not.toContain('Reference group');
});

test('limits that nothing has are no column, and no series are no table', () => {
  const { limits: _, ...unlimited } = at('age', 0.3);
  expect(tableFrame([unlimited], [], 200)[0]?.fields.map(({ name }) => name)).not.toContain('Critical limit');
  expect(tableFrame([], [], 200)).toEqual([]);
});
