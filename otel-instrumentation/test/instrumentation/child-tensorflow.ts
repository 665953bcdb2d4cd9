/** A service that runs a layers model and a graph model and knows nothing of Driftline. */
import * as tf from '@tensorflow/tfjs';

const weights = Float32Array.from([1, 2, 3]);
const input = () =>
  tf.tensor2d([
    [0.1, 0.2, 0.3],
    [1, 0, 0],
  ]);

const layers = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [3], useBias: false })] });
layers.setWeights([tf.tensor2d(weights, [3, 1])]);
const [answer = NaN] = (layers.predict(input()) as tf.Tensor).dataSync();
if (Math.abs(answer - 1.4) > 1e-5) throw new Error(`The layers model answered ${answer}.`);

const float = { type: 'DT_FLOAT' };
const graph = await tf.loadGraphModel({
  load: () =>
    Promise.resolve({
      format: 'graph-model',
      modelTopology: {
        versions: { producer: 1 },
        node: [
          {
            name: 'x',
            op: 'Placeholder',
            attr: { dtype: float, shape: { shape: { dim: [{ size: '-1' }, { size: '3' }] } } },
          },
          { name: 'w', op: 'Const', attr: { dtype: float } },
          {
            name: 'y',
            op: 'MatMul',
            input: ['x', 'w'],
            attr: { T: float, transpose_a: { b: false }, transpose_b: { b: false } },
          },
        ],
      },
      weightSpecs: [{ name: 'w', shape: [3, 1], dtype: 'float32' }],
      weightData: weights.buffer,
    }),
});
const [same = NaN] = (graph.predict(input()) as tf.Tensor).dataSync();
if (Math.abs(same - 1.4) > 1e-5) throw new Error(`The graph model answered ${same}.`);
await graph.executeAsync({ x: input() });
try {
  layers.predict(tf.tensor2d([[1, 2]]));
  process.exit(3);
} catch {
  // A wrong shape: the failure that has to be counted.
}
