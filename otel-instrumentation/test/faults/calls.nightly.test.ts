import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Noise of the heap. A leak of one byte a call exceeds it nine times over. */
const ALLOWED_BYTES = 2 ** 20;

const CHILD = fileURLToPath(new URL('./child-calls.ts', import.meta.url));

test('from one million calls to ten, memory does not grow', async () => {
  const flags = ['--expose-gc', '--conditions=driftline-source'];
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, CHILD]);
  const bytes = stdout.trim().split('\n').map(Number);
  expect(bytes).toHaveLength(10);
  const [first, last] = [bytes[0] as number, bytes[9] as number];
  console.log(`Memory after 1M calls: ${first} bytes, after 10M: ${last} bytes.`);
  expect(last - first).toBeLessThan(ALLOWED_BYTES);
});
