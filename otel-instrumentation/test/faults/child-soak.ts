/**
 * A service that records everything that varies: values, categories and groups that the profile does not know, ids of
 * which half never get their outcome. Prints what it holds in memory each second, then flushes and ends.
 *
 *     OTLP_URL=… SECONDS=… node --expose-gc child-soak.ts
 */
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';

const ROWS_A_TICK = 250;
const TICKS_A_SECOND = 20;
const TICKS = Number(process.env['SECONDS']) * TICKS_A_SECOND;

const { monitor, shutdown } = await startDriftline({
  profile: exampleProfile('soak'),
  serviceName: 'soak',
  exporter: 'otlp-protobuf',
  url: process.env['OTLP_URL'] as string,
  intervalMs: 500,
  // Full within seconds, so that what comes later replaces what is there.
  maximumPending: 5000,
});

let rows = 0;

function record(): void {
  const id = `id ${rows}`;
  const known = rows % 3 !== 0;
  monitor.record({
    id,
    features: { age: (rows * 7) % 200, work: known ? 'State' : `work ${rows}`, sex: known ? 'Female' : `sex ${rows}` },
    prediction: rows % 5 === 0 ? `class ${rows}` : 'yes',
    durationSeconds: 0.001,
  });
  if (rows % 2 === 0) monitor.recordOutcome({ id, actual: 'no' });
  rows++;
}

function bytesInUse(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

let ticks = 0;
const timer = setInterval(() => {
  for (let i = 0; i < ROWS_A_TICK; i++) record();
  ticks++;
  if (ticks % TICKS_A_SECOND === 0) console.log(JSON.stringify({ rows, bytes: bytesInUse() }));
  if (ticks < TICKS) return;
  clearInterval(timer);
  void shutdown();
}, 1000 / TICKS_A_SECOND);
