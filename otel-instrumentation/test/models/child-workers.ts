/**
 * A process with worker threads that record, each made by the host alone, and its main thread, which exports what all of
 * them counted as JSON. By its first argument:
 *
 * - `ends`: three workers record and end; the main thread records too
 * - `blocked`: a worker records and then never returns to its event loop
 * - `terminated`: a worker is terminated while it records
 * - `early`: a worker records before the main thread listens
 * - `only`: the main thread has no monitor, and a worker's profile is replaced
 */
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { defaultProducer } from '../../src/producer/driftline-producer.ts';
import { createMonitor } from '../../src/setup/create-monitor.ts';
import { classifierProfile } from '../record-everything.ts';

const [, , how = ''] = process.argv;

/** Values of the main thread's next export by metric, each with its attributes. */
async function exported(): Promise<Record<string, [attributes: unknown, value: unknown][]>> {
  const { resourceMetrics, errors } = await defaultProducer.collect();
  if (errors.length > 0) throw errors[0];
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  return Object.fromEntries(
    metrics.map(({ descriptor, dataPoints }) => [
      descriptor.name,
      dataPoints.map(({ attributes, value }) => [attributes, value] as [unknown, unknown]),
    ]),
  );
}

/** How many predictions a worker says that it has recorded, in memory of its own. */
const progress = new Float64Array(new SharedArrayBuffer(8));

function start(): Worker {
  return new Worker(new URL('child-worker.ts', import.meta.url), { workerData: { how, progress } });
}

if (how !== 'early' && how !== 'only') {
  const monitor = createMonitor(classifierProfile());
  monitor.record({ features: { age: 99 }, prediction: 'no', durationSeconds: 0.1 });
}
// A producer that was read once listens, without a monitor.
if (how === 'only') await exported();
const answers = [];
if (how === 'ends') {
  await Promise.all(Array.from({ length: 3 }, () => once(start(), 'exit')));
  answers.push(await exported(), await exported());
} else {
  const worker = start();
  await once(worker, 'message');
  if (how === 'early') {
    createMonitor(classifierProfile());
    // The worker answers that it is there.
    await once(worker, 'message');
  }
  answers.push(await exported());
  await worker.terminate();
  answers.push(await exported());
}
console.log(JSON.stringify({ answers, progress: progress[0] }));
process.exit();
