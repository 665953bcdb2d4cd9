import { profileMapping } from '../../src/instrumentation/profile-mapping.ts';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { exampleProfile } from '../example-profile.ts';
import { foreign } from '../foreign.ts';
import { wideProfile } from './wide-profile.ts';

const mappingOf = (profile: object) => profileMapping(createMonitor(profile, { registry: new ModelRegistry() }));
const tensor = (data: ArrayLike<unknown>, ...dims: number[]) => ({ data, dims });

test('the columns of the only input are the features of the profile in their order', () => {
  const { onnx } = mappingOf(wideProfile('wide', 2));
  expect(
    onnx.batch?.({ x: tensor(Float32Array.of(1, 2, 3, 4), 2, 2) }, { y: tensor(Float32Array.of(5, 6), 2, 1) }),
  ).toEqual({
    features: { x0: Float64Array.of(1, 3), x1: Float64Array.of(2, 4) },
    predictions: Float64Array.of(5, 6),
  });
});

test('arrays of another realm are columns of numbers as well', () => {
  const { onnx } = mappingOf(wideProfile('wide', 2));
  const batch = onnx.batch?.({ x: tensor(foreign('Float32Array.of(1, 2)'), 1, 2) }, {});
  expect(batch).toEqual({ features: { x0: Float64Array.of(1), x1: Float64Array.of(2) } });
});

test('classes of the profile name the columns of the output', () => {
  const { onnx } = mappingOf(exampleProfile());
  const input = { x: tensor(['30', 'State'], 1, 2) };
  expect(onnx.batch?.(input, { y: tensor(Float32Array.of(0.25, 0.75), 1, 2) })).toMatchObject({
    features: { age: ['30'], work: ['State'] },
    predictions: ['yes'],
    scores: Float64Array.of(0.75),
  });
});

test.each([
  ['no input', {}],
  ['two inputs', { x: tensor([1, 2], 1, 2), y: tensor([1, 2], 1, 2) }],
  ['another width', { x: tensor([1, 2, 3], 1, 3) }],
  ['three dimensions', { x: tensor([1, 2], 1, 2, 1) }],
])('%s gives nothing, because a guess would be worse', (_what, feeds) => {
  expect(mappingOf(wideProfile('wide', 2)).onnx.batch?.(feeds, {})).toEqual({});
});

test('tensors of TensorFlow.js come alone, as a list or by name', () => {
  const { tensorflow } = mappingOf(wideProfile('wide', 2));
  const input = { shape: [1, 2], dataSync: () => Float32Array.of(1, 2) };
  const expected = { features: { x0: Float64Array.of(1), x1: Float64Array.of(2) } };
  for (const given of [input, [input], { x: input }]) expect(tensorflow.batch?.(given, undefined)).toEqual(expected);
});
