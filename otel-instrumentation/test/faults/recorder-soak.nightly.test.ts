import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';

/** Seconds of traffic, of which the first quarter is the warm-up. */
const SECONDS = Number(process.env['DRIFTLINE_SOAK_SECONDS'] ?? 900);
/** Noise of the heap. A leak of one number a row, at 5,000 rows a second, exceeds it within half a minute. */
const ALLOWED_BYTES = 1_000_000;

const CHILD = fileURLToPath(new URL('./child-soak.ts', import.meta.url));

interface Sample {
  readonly rows: number;
  readonly bytes: number;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

async function soak(otlpUrl: string): Promise<Sample[]> {
  const child = spawn(process.execPath, ['--expose-gc', '--conditions=driftline-source', CHILD], {
    env: { ...process.env, OTLP_URL: otlpUrl, SECONDS: String(SECONDS) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const samples: Sample[] = [];
  for await (const line of createInterface(child.stdout)) samples.push(JSON.parse(line) as Sample);
  expect(await ended).toEqual([0, null]);
  return samples;
}

describeWithStore('victoria-metrics', 'a recorder under traffic for a long time', () => {
  let store: Store;

  beforeAll(async () => {
    store = await startStore({ kind: 'victoria-metrics' });
  });

  afterAll(() => store.close());

  test('its memory does not grow, and the store has every row', async () => {
    const samples = await soak(store.otlpUrl as string);
    expect(samples).toHaveLength(SECONDS);
    const quarter = Math.floor(SECONDS / 4);
    const bytes = samples.map((sample) => sample.bytes);
    const early = median(bytes.slice(quarter, 2 * quarter));
    const late = median(bytes.slice(-quarter));
    console.log(`Memory after ${quarter} s: ${early} bytes, at the end: ${late} bytes.`);
    expect(late - early).toBeLessThan(ALLOWED_BYTES);

    const rows = samples.at(-1)?.rows;
    await waitUntil(
      'every row in the store',
      async () => (await query(store.url, 'sum(ml_predictions_total{ml_model_name="soak"})'))[0]?.value,
      (total) => total === rows,
    );
  });
});
