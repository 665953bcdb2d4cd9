/** A service that runs an ONNX model and knows nothing of Driftline: five calls that work, and one that does not. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { InferenceSession, Tensor } from 'onnxruntime-node';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const golden = JSON.parse(readFileSync(here('../../examples/income-service/test/model/adult.golden.json'), 'utf8')) as {
  X: number[][];
  p: number[];
};
const session = await InferenceSession.create(here('./adult.onnx'));
for (let call = 0; call < 5; call++) {
  const rows = golden.X.slice(call * 20, (call + 1) * 20);
  const x = new Tensor('float32', Float32Array.from(rows.flat()), [rows.length, 42]);
  const { probability } = await session.run({ x });
  const first = Number(probability?.data[0]);
  if (Math.abs(first - (golden.p[call * 20] as number)) > 1e-5) throw new Error('The model answered something else.');
}
await session.run({}).then(
  () => process.exit(3),
  () => undefined,
);
