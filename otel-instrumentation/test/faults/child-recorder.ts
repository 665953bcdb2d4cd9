/**
 * A process that records and exports by itself: `ROWS` rows at a given rate, then it prints a line and stays. Used by
 * the tests of faults and of load, as a process, as a worker of a cluster and as a worker thread.
 *
 *     OTLP_URL=… INTERVAL_MS=… ROWS=… ROWS_A_SECOND=… child-recorder.ts
 */
// eslint-disable-next-line no-restricted-syntax -- a service under load, not a test: the interval paces its traffic
import { setInterval as every } from 'node:timers/promises';
import { isMainThread, parentPort, threadId } from 'node:worker_threads';
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

const numberOf = (name: string): number => Number(process.env[name]);

// A machine whose clock is wrong.
const clock = Date.now;
const off = numberOf('CLOCK_OFF_MS');
Date.now = () => clock() + off;

const { monitor, shutdown } = await startDriftline({
  profile: exampleProfile(process.env['MODEL'] ?? 'income'),
  serviceName: 'recorder',
  exporter: 'otlp-protobuf',
  url: process.env['OTLP_URL'] as string,
  intervalMs: numberOf('INTERVAL_MS'),
});

const rows = numberOf('ROWS');
const pause = 50;
const batch = Math.max(1, Math.round((numberOf('ROWS_A_SECOND') * pause) / 1000));
let recorded = 0;
for await (const _tick of every(pause)) {
  for (let i = 0; i < batch && recorded < rows; i++, recorded++) {
    const age = (recorded * 7 + threadId) % 90;
    const sex = recorded % 2 === 0 ? 'Female' : 'Male';
    monitor.record({
      features: { age, work: 'State', sex },
      prediction: age > 40 ? 'yes' : 'no',
      durationSeconds: 0.001,
    });
  }
  if (recorded >= rows) break;
}
if (process.env['THEN'] === 'shutdown') await shutdown();
if (isMainThread) console.log('recorded');
else parentPort?.postMessage('recorded');
if (process.env['THEN'] === 'stay') setInterval(() => undefined, 1000);
