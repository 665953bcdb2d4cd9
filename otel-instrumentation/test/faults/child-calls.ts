/**
 * Makes ten million calls, and prints what it holds in memory after each million:
 *
 *     node --expose-gc child-calls.ts
 */
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';
import { bytesInUse } from './bytes-in-use.ts';
import { recordVariedRow } from './varied-row.ts';

const MILLION = 1_000_000;

const registry = new ModelRegistry();
// Full within the first million, so that what comes later replaces what is there.
const monitor = createMonitor(exampleProfile('calls'), { registry, maximumPending: 5000 });
const producer = new DriftlineProducer(registry);

for (let row = 1; row <= 10 * MILLION; row++) {
  recordVariedRow(monitor, row);
  if (row % MILLION !== 0) continue;
  await producer.collect();
  console.log(bytesInUse());
}
