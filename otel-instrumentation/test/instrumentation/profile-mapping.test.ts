import { diag } from '@opentelemetry/api';
import { profileMapping } from '../../src/instrumentation/profile-mapping.ts';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import type { MonitorOptions } from '../../src/recorder/model-monitor.ts';
import { exampleProfile } from '../example-profile.ts';
import { foreign } from '../foreign.ts';
import { wideProfile } from './wide-profile.ts';

function setUp(profile: object, options: MonitorOptions = {}) {
  const monitor = createMonitor(profile, { ...options, registry: new ModelRegistry() });
  const { onnx, tensorflow } = profileMapping(monitor);
  const { recording } = monitor;
  return {
    onnx: (feeds: object, results: object) => monitor.recordBatch(onnx.batch?.(feeds as never, results as never) ?? {}),
    tensorflow: (input: unknown, output: unknown) => monitor.recordBatch(tensorflow.batch?.(input, output) ?? {}),
    bins: () => recording.features.map((feature) => [feature.countOf(0), feature.countOf(1)]),
    classes: () => [...recording.predictions.total],
    scores: () => recording.predictions.score?.counts(),
    recording,
  };
}

const tensor = (data: ArrayLike<unknown>, ...dims: number[]) => ({ data, dims });

afterEach(() => jest.restoreAllMocks());

test.each([
  ['floats', Float32Array.of(0.25, 1, 1, 0.25)],
  ['floats of another realm', foreign<ArrayLike<number>>('Float32Array.of(0.25, 1, 1, 0.25)')],
  ['64-bit integers', BigInt64Array.of(0n, 1n, 1n, 0n)],
  ['truth values', Uint8Array.of(0, 1, 1, 0)],
])('the columns of the only input are the features of the profile in their order: %s', (_what, data) => {
  const { onnx, bins, scores } = setUp(wideProfile('wide', 2));
  onnx({ x: tensor(data, 2, 2) }, { y: tensor(Float32Array.of(0, 1), 2, 1) });
  expect(bins()).toEqual([
    [1, 1],
    [1, 1],
  ]);
  expect(scores()).toEqual([1, 1]);
});

test('inputs that are called as features are these', () => {
  const { onnx, bins } = setUp(wideProfile('wide', 2));
  onnx({ x1: tensor(Float32Array.of(1, 1), 2, 1), x0: tensor(BigInt64Array.of(0n, 1n), 2) }, {});
  expect(bins()).toEqual([
    [1, 1],
    [0, 2],
  ]);
});

test("the probabilities of classes need the model's own order, which that of the profile is not", () => {
  const input = { x: tensor(['30', 'State'], 1, 2) };
  const output = { y: tensor(Float32Array.of(0.25, 0.75), 1, 2) };
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const without = setUp(exampleProfile());
  without.onnx(input, output);
  expect(without.classes()).toEqual([0, 0, 1]);
  expect(warn.mock.calls).toEqual([[expect.stringContaining('Set the option classes')]]);
  const named = setUp(exampleProfile(), { classes: ['yes', 'no'] });
  named.onnx(input, output);
  expect(named.classes()).toEqual([1, 0, 0]);
});

test('of a label and probabilities, as scikit-learn exports them, the label is the class', () => {
  const { onnx, classes } = setUp(exampleProfile());
  jest.spyOn(diag, 'warn').mockImplementation();
  onnx(
    { x: tensor(['30', 'State'], 1, 2) },
    {
      label: { ...tensor(['no'], 1), type: 'string' },
      probabilities: { ...tensor(Float32Array.of(0.25, 0.75), 1, 2), type: 'float32' },
    },
  );
  expect(classes()).toEqual([1, 0, 0]);
});

test.each([
  ['no input', {}],
  ['two inputs of other names', { x: tensor([1, 2], 1, 2), y: tensor([1, 2], 1, 2) }],
  ['another width', { x: tensor([1, 2, 3], 1, 3) }],
  ['three dimensions', { x: tensor([1, 2], 1, 2, 1) }],
])('%s gives no features, because a guess would be worse', (_what, feeds) => {
  jest.spyOn(diag, 'warn').mockImplementation();
  const { onnx, recording } = setUp(wideProfile('wide', 2));
  onnx(feeds, {});
  expect(recording.rows).toBe(0);
});

test('a tensor of another width is said once, with what to do', () => {
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const { onnx } = setUp(wideProfile('wide', 2));
  for (let i = 0; i < 2; i++) onnx({ x: tensor([1, 2, 3], 1, 3) }, { y: tensor([1], 1, 1) });
  expect(warn.mock.calls).toEqual([
    [expect.stringMatching(/features of wide 1 are a tensor of 1 × 3, and the profile has 2 features/)],
  ]);
});

test('tensors of TensorFlow.js come alone, as a list or by name', () => {
  const input = { shape: [1, 2], dataSync: () => Float32Array.of(0, 1) };
  for (const given of [input, [input], { x: input }]) {
    const { tensorflow, bins } = setUp(wideProfile('wide', 2));
    tensorflow(given, undefined);
    expect(bins()).toEqual([
      [1, 0],
      [0, 1],
    ]);
  }
});
