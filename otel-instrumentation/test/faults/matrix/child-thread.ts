/** A worker thread of `child-service.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { createMonitor } from '../../../src/setup/create-monitor.ts';
import { exampleProfile } from '../../example-profile.ts';
import { recordRows } from './record-rows.ts';

const { name, rowsAtOnce } = workerData as { readonly name: string; readonly rowsAtOnce: number };

const monitor = createMonitor(exampleProfile(name));
const record = (rows: number): void => {
  recordRows(monitor, rows);
  parentPort?.postMessage('recorded');
};
parentPort?.on('message', record);
record(rowsAtOnce);
