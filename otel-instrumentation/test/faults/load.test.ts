import cluster from 'node:cluster';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { environmentOf, RECORDER } from './recorder-process.ts';

/** Seconds of traffic; a minute where the whole load is wanted. */
const SECONDS = Number(process.env['DRIFTLINE_LOAD_SECONDS'] ?? 5);
const ROWS_A_SECOND = 5000;
const ROWS = SECONDS * ROWS_A_SECOND;
const WORKERS = 4;

describeWithStore('victoria-metrics', 'load on many workers', () => {
  let store: Store;

  beforeAll(async () => {
    store = await startStore({ kind: 'victoria-metrics' });
  });

  afterAll(() => store.close());

  async function settledTotals(model: string): Promise<Record<string, number>> {
    const sum = async (metric: string, by = ''): Promise<number> =>
      (await query(store.url, `sum(${metric}{ml_model_name="${model}"${by}})`))[0]?.value ?? 0;
    const all = WORKERS * ROWS;
    await waitUntil(
      `${all} predictions of ${model}`,
      () => sum('ml_predictions_total'),
      (total) => total >= all,
    );
    return {
      predictions: await sum('ml_predictions_total'),
      ages: await sum('ml_feature_observations_total', ', ml_feature_name="age"'),
      women: await sum('ml_group_predictions_total', ', ml_group_value="Female"'),
      calls: await sum('ml_prediction_duration_seconds_count'),
      instances: (await query(store.url, `ml_reference_rows{ml_model_name="${model}"}`)).length,
    };
  }

  const expected = {
    predictions: WORKERS * ROWS,
    ages: WORKERS * ROWS,
    women: (WORKERS * ROWS) / 2,
    calls: WORKERS * ROWS,
    instances: WORKERS,
  };

  const settings = (model: string) => ({
    otlpUrl: store.otlpUrl as string,
    rows: ROWS,
    rowsASecond: ROWS_A_SECOND,
    model,
    intervalMs: 1000,
  });

  test('workers of a cluster: totals are exact, and no series is overwritten', async () => {
    cluster.setupPrimary({ exec: RECORDER, execArgv: ['--conditions=driftline-source'], silent: true });
    const workers = Array.from({ length: WORKERS }, () => cluster.fork(environmentOf(settings('cluster'))));
    await Promise.all(
      workers.map(async (worker) => {
        await once(worker.process.stdout as NodeJS.ReadableStream, 'data');
        worker.kill();
      }),
    );
    expect(await settledTotals('cluster')).toEqual(expected);
  });

  test('worker threads: totals are exact, and no series is overwritten', async () => {
    const threads = Array.from(
      { length: WORKERS },
      () =>
        new Worker(RECORDER, {
          execArgv: ['--conditions=driftline-source'],
          env: { ...process.env, ...environmentOf(settings('threads')) },
        }),
    );
    await Promise.all(threads.map((thread) => once(thread, 'message')));
    await Promise.all(threads.map((thread) => thread.terminate()));
    expect(await settledTotals('threads')).toEqual(expected);
  });
});
