/** A worker thread of `child-workers.ts`. */
import { BroadcastChannel, parentPort, workerData } from 'node:worker_threads';
import { parseProfile } from '@driftline/shared';
import { TO_WORKERS } from '../../src/models/thread-channel.ts';
import { createMonitor } from '../../src/setup/create-monitor.ts';
import { classifierProfile } from '../record-everything.ts';

const { how, progress } = workerData as { readonly how: string; readonly progress: Float64Array };

const monitor = createMonitor(classifierProfile());
const recordOne = (): void => {
  monitor.record({
    features: { age: 30, work: 'State', sex: 'Female' },
    prediction: 'yes',
    score: 0.8,
    durationSeconds: 0.5,
  });
  progress[0] = (progress[0] ?? 0) + 1;
};
for (let i = 0; i < 1000; i++) recordOne();
monitor.recordFailure(new TypeError('no such feature'), 0.25);
monitor.recordOutcome({ prediction: 'yes', actual: 'no', groups: { sex: 'Female' } });
if (how === 'only') {
  monitor.replaceProfile(parseProfile({ ...classifierProfile(), rows: 101 }));
  for (let i = 0; i < 10; i++) recordOne();
}
if (how !== 'ends') parentPort?.postMessage('recorded');
if (how === 'blocked') for (;;);
if (how === 'terminated') for (;;) recordOne();
if (how === 'early' || how === 'only') {
  const channel = new BroadcastChannel(TO_WORKERS);
  channel.onmessage = () => setImmediate(() => parentPort?.postMessage('announced'));
}
