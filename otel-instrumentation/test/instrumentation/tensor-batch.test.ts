import { tensorBatch } from '../../src/instrumentation/tensor-batch.ts';

const input = { data: Float32Array.from([1, 2, 3, 4, 5, 6]), dims: [2, 3] };

test('columns of the input are features, an empty name skips one', () => {
  const { features } = tensorBatch(input, undefined, { features: ['a', '', 'c', 'beyond'] });
  expect(features).toEqual({ a: Float32Array.from([1, 4]), c: Float32Array.from([3, 6]) });
});

test('one number a row is the answer', () => {
  const output = { data: Float32Array.from([0.5, 0.25]), dims: [2, 1] };
  expect(tensorBatch(input, output, { features: [] }).predictions).toEqual(Float32Array.from([0.5, 0.25]));
});

test('one text a row is the class', () => {
  const output = { data: ['yes', 'no'], dims: [2] };
  expect(tensorBatch(input, output, { features: [], classes: ['no', 'yes'] }).predictions).toEqual(['yes', 'no']);
});

test('of one number a class the largest wins', () => {
  const output = { data: Float64Array.from([0.2, 0.8, 0.6, 0.4]), dims: [2, 2] };
  expect(tensorBatch(input, output, { features: [], classes: ['no', 'yes'] })).toMatchObject({
    predictions: ['yes', 'no'],
    scores: Float64Array.from([0.8, 0.6]),
  });
});

test('an empty tensor is an empty batch', () => {
  expect(tensorBatch({ data: new Float32Array(), dims: [0, 3] }, undefined, { features: ['a'] })).toEqual({
    features: {},
  });
});
