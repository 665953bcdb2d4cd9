/**
 * A service that records rows in which everything varies. Prints what it holds in memory each second, then flushes and
 * ends.
 *
 *     OTLP_URL=… SECONDS=… node --expose-gc child-soak.ts
 */
import { startDriftline } from '../../src/setup/start-driftline.ts';
import { exampleProfile } from '../example-profile.ts';
import { bytesInUse } from './bytes-in-use.ts';
import { recordVariedRow } from './varied-row.ts';

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
let ticks = 0;
const timer = setInterval(() => {
  for (let i = 0; i < ROWS_A_TICK; i++) recordVariedRow(monitor, rows++);
  ticks++;
  if (ticks % TICKS_A_SECOND === 0) console.log(JSON.stringify({ rows, bytes: bytesInUse() }));
  if (ticks < TICKS) return;
  clearInterval(timer);
  void shutdown();
}, 1000 / TICKS_A_SECOND);
