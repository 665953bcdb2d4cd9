/** The primary of a cluster of the fault matrix. It passes on what it is told and what its workers answer. */
import cluster, { type Worker } from 'node:cluster';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { settingsOf, type Command, type Reply } from './messages.ts';

const WORKERS = 3;

cluster.setupPrimary({
  exec: fileURLToPath(new URL('child-service.ts', import.meta.url)),
  args: process.argv.slice(2),
});
const workers = Array.from({ length: WORKERS }, () => cluster.fork());

const replyOf = async (worker: Worker): Promise<Reply> => ((await once(worker, 'message')) as [Reply])[0];

/** Answers once for all workers, which answer everything in turn. */
async function answerForAll(): Promise<void> {
  const replies = await Promise.all(workers.map(replyOf));
  process.send?.({ kind: replies[0]?.kind, endpoints: replies.flatMap(({ endpoints = [] }) => endpoints) });
}

/** A primary whose test is gone ends too, and its workers with it. */
const orphaned = (): void => process.exit();

async function obey(command: Command): Promise<void> {
  const ends = command.kind === 'end' || command.kind === 'exit';
  const obeyed = ends ? Promise.all(workers.map((worker) => once(worker, 'exit'))) : answerForAll();
  for (const worker of workers) worker.send(command);
  await obeyed;
  if (!ends) return;
  process.off('disconnect', orphaned);
  process.disconnect();
}

process.once('disconnect', orphaned);
if (settingsOf(process.argv).drains) {
  process.on('SIGTERM', () => {
    void answerForAll();
    for (const { process: worker } of workers) worker.kill('SIGTERM');
  });
}
await answerForAll();
process.on('message', (command: Command) => void obey(command));
