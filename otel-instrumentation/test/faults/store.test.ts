import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { startRecorder } from './recorder-process.ts';

/** A way to the store that can be cut, and that can take what it is given and never answer. */
async function gateTo(target: URL) {
  let state: 'open' | 'cut' | 'hanging' = 'open';
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    if (state === 'cut') socket.destroy();
    if (state !== 'open') return;
    const onward = connect(Number(target.port), target.hostname).on('error', () => socket.destroy());
    socket.pipe(onward).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${target.pathname}`,
    become(next: typeof state): void {
      state = next;
      for (const socket of sockets) socket.destroy();
    },
    close: () => server.close(),
  };
}

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

  async function untilTotal(model: string, wanted: number): Promise<void> {
    for (let attempt = 0; attempt < 100 && (await total(model)) !== wanted; attempt++) await wait(200);
    expect([model, await total(model)]).toEqual([model, wanted]);
  }

  test('down for a while and back: nothing is lost', async () => {
    const gate = await gateTo(otlp());
    const { child, recorded } = startRecorder({ otlpUrl: gate.url, rows: ROWS, model: 'outage', then: 'stay' });
    await wait(1000);
    gate.become('cut');
    await Promise.all([recorded, wait(OUTAGE_MS)]);
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
    while ((await total('killed')) === 0) await wait(50);
    await wait(2000);
    const before = await total('killed');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await wait(500);
    // All that the store knew stays, and it knew of everything but an interval.
    expect(await total('killed')).toBeGreaterThanOrEqual(before);
    expect(before).toBeGreaterThan(rowsASecond);
  });

  test.each([-600, 600])(
    'a clock that is %d seconds off: the counts stand at that time, and all of them',
    async (seconds) => {
      const model = `clock ${seconds}`;
      const { child } = startRecorder({ otlpUrl: otlp().href, rows: ROWS, model, clockOffMs: seconds * 1000 });
      await once(child, 'exit');
      const then = Math.ceil(Date.now() / 1000) + seconds + 2;
      const promql = `sum(ml_predictions_total{ml_model_name="${model}"})`;
      for (let attempt = 0; attempt < 50; attempt++) {
        if ((await query(store.url, promql, then))[0]?.value === ROWS) return;
        await wait(200);
      }
      expect(await query(store.url, promql, then)).toEqual([{ labels: {}, value: ROWS }]);
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
