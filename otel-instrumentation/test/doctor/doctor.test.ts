import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import getPort from 'get-port';
import { startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import type { ModelMonitor } from '../../src/recorder/model-monitor.ts';
import { startDriftline, type Driftline } from '../../src/setup/start-driftline.ts';
import { Workplace } from '../commands/run-cli.ts';
import { exampleProfile } from '../example-profile.ts';

const workplace = new Workplace();
const doctor = (...args: string[]) => workplace.run(['doctor', ...args]);

test('a store that cannot be reached, and something that is no store', async () => {
  const server = createServer((_request, response) => response.end('<html>')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wrong = await doctor('--store', url);
  expect([wrong.code, wrong.stderr]).toEqual([
    1,
    expect.stringContaining(`${url} answers with status 200 and is not a Prometheus HTTP API`),
  ]);
  server.close();
  await once(server, 'close');
  const gone = await doctor('--store', url);
  expect([gone.code, gone.stderr]).toEqual([
    1,
    expect.stringContaining(`${url} cannot be reached (connect ECONNREFUSED`),
  ]);
});

describeWithStore('prometheus', 'the doctor', () => {
  let store: Store;
  let driftline: Driftline | undefined;

  beforeAll(async () => {
    store = await startStore({ kind: 'prometheus' });
  });

  afterAll(async () => {
    await driftline?.shutdown();
    await store.close();
  });

  /** The doctor's report once it matches; the store needs a scrape or two. */
  const reportMatching = (pattern: RegExp): Promise<{ code: number; stdout: string }> =>
    waitUntil(
      `a report that matches ${String(pattern)}`,
      () => doctor('--store', store.url, '--window', '1m'),
      ({ stdout }) => pattern.test(stdout),
    );

  /** The monitor of a service that the store scrapes. */
  const started = async (name: string): Promise<ModelMonitor> => {
    const port = await getPort({ host: '127.0.0.1' });
    driftline = await startDriftline({ profile: exampleProfile(name), exporter: 'prometheus', port });
    await store.setScrapeTargets([`127.0.0.1:${port}`]);
    return driftline.monitor;
  };

  const whileRecording = async <T>(monitor: ModelMonitor, features: object, wait: () => Promise<T>): Promise<T> => {
    const record = setInterval(() => monitor.record({ features, prediction: 'yes', durationSeconds: 0.01 }), 20);
    try {
      return await wait();
    } finally {
      clearInterval(record);
    }
  };

  test('an empty store is reported, with where to look', async () => {
    const { code, stderr } = await doctor('--store', store.url);
    expect([code, stderr]).toEqual([2, expect.stringContaining('has no series of any model. Check that a service')]);
  });

  test('a service without traffic, and then with', async () => {
    const monitor = await started('income');
    const idle = await reportMatching(/reference profile +1 series/);
    expect(idle.stdout).toContain('✗ traffic               no row in 1m: the service is idle');
    // Every series is there from the start, at zero.
    expect(idle.stdout).toContain('✓ latency               1 series');
    expect(idle.code).toBe(1);

    const busy = await whileRecording(monitor, { age: 30, work: 'State', sex: 'Male' }, () =>
      reportMatching(/✓ replicas[^]*✓ feature values/),
    );
    expect(busy.stdout).toMatch(
      /✓ feature observations {2}8 series[^]*[✓!] traffic +about \d+ rows in 1m[^]*✓ replicas +1/,
    );
    expect(busy.stdout).toContain('– outcomes              no outcome was recorded');
    expect(busy.stdout).toMatch(/✓ feature values +usable in 2 of 2 features/);
    expect(busy.code).toBe(0);
  });

  test('a service whose rows have other names than the profile', async () => {
    await driftline?.shutdown();
    const monitor = await started('credit');
    const { stdout, code } = await whileRecording(monitor, { Age: 30, work: 'State', sex: 'Male' }, () =>
      reportMatching(/^credit 1[^]*✗ missing features/m),
    );
    expect(stdout).toMatch(
      /^ {2}✗ missing features {6}1 of 2 features nearly always missing, unlike in the training data: "age" \(100 % of \d+, training 20 %\)\. Pass them/m,
    );
    expect(code).toBe(1);
    const json = await doctor('--store', store.url, '--window', '1m', '--json');
    expect(json.code).toBe(1);
    expect(JSON.parse(json.stdout)).toContainEqual({
      ...{ model: 'credit', version: '1' },
      findings: expect.arrayContaining([
        { what: 'missing features', state: 'wrong', detail: expect.stringContaining('"age"') },
      ]),
    });
    expect(monitor.report().problems).toContainEqual(expect.stringContaining('rows hold "Age", but the profile'));
  });
});
