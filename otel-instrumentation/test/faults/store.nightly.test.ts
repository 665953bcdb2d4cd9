import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { gateTo } from './gate.ts';
import { startRecorder } from './recorder-process.ts';

const ROWS = 2000;

/** How long the store is away; a minute where the whole outage is wanted. */
const OUTAGE_MS = Number(process.env['DRIFTLINE_OUTAGE_SECONDS'] ?? 3) * 1000;

describeWithStore('victoria-metrics', 'a store with faults', () => {
  let store: Store;

  beforeAll(async () => {
    store = await startStore({ kind: 'victoria-metrics' });
  });

  afterAll(() => store.close());

  const otlp = (): URL => new URL(store.otlpUrl as string);
  const total = async (model: string): Promise<number> =>
    (await query(store.url, `sum(ml_predictions_total{ml_model_name="${model}"})`))[0]?.value ?? 0;

  const untilTotal = (model: string, wanted: number): Promise<number> =>
    waitUntil(
      `${wanted} predictions of ${model}`,
      () => total(model),
      (found) => found === wanted,
    );
  const untilTotalAbove = (model: string, least: number): Promise<number> =>
    waitUntil(
      `more than ${least} predictions of ${model}`,
      () => total(model),
      (found) => found > least,
    );

  test('down for a while and back: nothing is lost', async () => {
    const gate = await gateTo(otlp());
    const { child, recorded } = startRecorder({
      otlpUrl: gate.url,
      rows: ROWS,
      // Slowly enough that the outage begins before all is recorded.
      rowsASecond: 400,
      model: 'outage',
      then: 'stay',
    });
    await waitUntil(
      'a first export',
      () => gate.connections.open,
      (exports) => exports > 0,
    );
    gate.become('cut');
    const since = performance.now();
    await recorded;
    await waitUntil(
      `an outage of ${OUTAGE_MS} ms with several exports that failed`,
      () => ({ ms: performance.now() - since, failed: gate.connections.cut }),
      ({ ms, failed }) => ms >= OUTAGE_MS && failed > 1,
      OUTAGE_MS / 1000 + 30,
    );
    expect(await total('outage')).toBeLessThan(ROWS);
    gate.become('open');
    await untilTotal('outage', ROWS);
    child.kill('SIGKILL');
    gate.close();
  });

  test('hanging: recording goes on, and everything arrives when it answers again', async () => {
    const gate = await gateTo(otlp());
    gate.become('hanging');
    const { child, recorded } = startRecorder({ otlpUrl: gate.url, rows: ROWS, model: 'hanging', then: 'stay' });
    await recorded;
    gate.become('open');
    await untilTotal('hanging', ROWS);
    child.kill('SIGKILL');
    gate.close();
  });

  test('SIGTERM: the last interval arrives', async () => {
    const { child, recorded } = startRecorder({
      otlpUrl: otlp().href,
      rows: ROWS,
      intervalMs: 3_600_000,
      model: 'terminated',
      then: 'stay',
    });
    await recorded;
    child.kill('SIGTERM');
    await once(child, 'exit');
    await untilTotal('terminated', ROWS);
  });

  test('kill -9: what was recorded since the last export is lost, and no more', async () => {
    const rowsASecond = 1000;
    const intervalMs = 500;
    const { child } = startRecorder({ otlpUrl: otlp().href, rows: 1e6, rowsASecond, intervalMs, model: 'killed' });
    const before = await untilTotalAbove('killed', 2 * rowsASecond);
    child.kill('SIGKILL');
    await once(child, 'exit');
    // All that the store knew stays, and it knew of everything but an interval.
    expect(await total('killed')).toBeGreaterThanOrEqual(before);
  });

  test.each([-600, 600])(
    'a clock that is %d seconds off: the counts stand at that time, and all of them',
    async (seconds) => {
      const model = `clock ${seconds}`;
      const { child } = startRecorder({ otlpUrl: otlp().href, rows: ROWS, model, clockOffMs: seconds * 1000 });
      await once(child, 'exit');
      const then = Math.ceil(Date.now() / 1000) + seconds + 2;
      const promql = `sum(ml_predictions_total{ml_model_name="${model}"})`;
      await waitUntil(
        `${ROWS} predictions ${seconds} seconds from now`,
        () => query(store.url, promql, then),
        ([sample]) => sample?.value === ROWS,
      );
    },
  );

  test.each([400, 429, 503])('a receiver that answers %d: later exports carry everything', async (status) => {
    let refused = 0;
    const target = otlp();
    const receiver = createHttpServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        if (refused < 3) {
          refused++;
          response.writeHead(status, { 'retry-after': '1' }).end();
          return;
        }
        const headers = { 'content-type': 'application/x-protobuf' };
        void fetch(target, { method: 'POST', headers, body: Buffer.concat(chunks) }).then(({ status }) =>
          response.writeHead(status).end(),
        );
      });
    }).listen(0, '127.0.0.1');
    await once(receiver, 'listening');
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`;
    const model = `answers ${status}`;
    const { child, recorded } = startRecorder({ otlpUrl: url, rows: ROWS, model, then: 'stay' });
    await recorded;
    await untilTotal(model, ROWS);
    expect(refused).toBe(3);
    child.kill('SIGKILL');
    receiver.closeAllConnections();
    receiver.close();
  });
});
