/** A service of the fault matrix: a process, a replica, a worker of a cluster, or a process with worker threads. */
import cluster from 'node:cluster';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { startDriftline } from '../../../src/setup/start-driftline.ts';
import { exampleProfile } from '../../example-profile.ts';
import { settingsOf, type Command, type Reply } from './messages.ts';
import { recordRows } from './record-rows.ts';

const settings = settingsOf(process.argv);
const { name, rowsAtOnce } = settings;

const { monitor, endpoint, shutdown } = await startDriftline({
  profile: exampleProfile(name),
  serviceName: 'matrix',
  handleSignals: settings.atSignal === 'driftline',
  ...settings.export,
});
recordRows(monitor, rowsAtOnce);
const threads = Array.from(
  { length: settings.threads },
  () => new Worker(new URL('child-thread.ts', import.meta.url), { workerData: { name, rowsAtOnce } }),
);
await Promise.all(threads.map((thread) => once(thread, 'message')));

const answer = (reply: Reply): void => void process.send?.(reply);

/** A service whose test is gone ends too. */
const orphaned = (): void => process.exit();

async function obey(command: Command): Promise<void> {
  switch (command.kind) {
    case 'record': {
      const recorded = threads.map((thread) => once(thread, 'message'));
      for (const thread of threads) thread.postMessage(command.rows);
      recordRows(monitor, command.rows);
      await Promise.all(recorded);
      return answer({ kind: 'done' });
    }
    case 'terminate-thread':
      await threads.pop()?.terminate();
      return answer({ kind: 'done' });
    case 'end':
      await Promise.all(threads.map((thread) => thread.terminate()));
      process.off('disconnect', orphaned);
      if (cluster.worker === undefined) process.disconnect();
      else cluster.worker.disconnect();
      return;
    case 'exit':
      process.exit();
  }
}

process.on('message', (command: Command) => void obey(command));
if (cluster.worker === undefined) process.once('disconnect', orphaned);
if (settings.drains) process.on('SIGTERM', () => answer({ kind: 'signal' }));
if (settings.atSignal === 'own-handler') process.once('SIGTERM', () => void shutdown().then(() => process.exit()));
answer({ kind: 'ready', endpoints: endpoint === undefined ? [] : [endpoint] });
