import { DataTopic, toDataFrame } from '@grafana/data';
import { asAnnotations } from '../../../src/pages/scenes/annotation-frames.ts';

test('frames of annotations are drawn as such, and others are left alone', () => {
  const values = toDataFrame({ refId: 'time', meta: { custom: { measure: 'psi' } }, fields: [] });
  const crossings = toDataFrame({ refId: 'crossings', meta: { custom: { annotations: 'drift' } }, fields: [] });
  const [first, second] = asAnnotations([values, crossings]);
  expect(first).toBe(values);
  expect(second?.meta).toEqual({ custom: { annotations: 'drift' }, dataTopic: DataTopic.Annotations });
});
