import { DataTopic, FieldType, toDataFrame } from '@grafana/data';
import { asAnnotations } from '../../../src/pages/scenes/annotation-frames.ts';

const times = [{ name: 'time', type: FieldType.time, values: [1, 2] }];

test('frames of annotations are drawn as such, and others are left alone', () => {
  const values = toDataFrame({ refId: 'time', meta: { custom: { measure: 'psi' } }, fields: times });
  const versions = toDataFrame({ refId: 'began', meta: { custom: { annotations: 'versions' } }, fields: times });
  const [first, second] = asAnnotations([values, versions]);
  expect(first).toBe(values);
  expect(second?.meta).toEqual({ custom: { annotations: 'versions' }, dataTopic: DataTopic.Annotations });
  expect(second?.fields).toEqual(versions.fields);
});

test('each time beyond a limit is red', () => {
  const crossings = toDataFrame({ refId: 'crossings', meta: { custom: { annotations: 'drift' } }, fields: times });
  const color = asAnnotations([crossings])[0]?.fields.find(({ name }) => name === 'color');
  expect(color?.values).toEqual(['rgb(242, 73, 92)', 'rgb(242, 73, 92)']);
});
