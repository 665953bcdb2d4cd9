import { BroadcastChannel, threadId } from 'node:worker_threads';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { warn } from '../values/log.ts';
import { send, TO_MAIN, TO_WORKERS, type MainMessage, type WorkerMessage } from './thread-channel.ts';

/** Milliseconds until the main thread's silence is said. */
const SILENCE_MS = 30_000;

/** Recordings of this worker thread that the main thread is told of, by their number. */
const shared = new Map<number, ModelRecording>();
let channel: BroadcastChannel | undefined;
let recordings = 0;
let isHeard = false;

/** Lets the main thread export what a monitor of this worker thread counts, now and under later profiles. */
export function shareWithMain(monitor: ModelMonitor): void {
  listen();
  let current: number | undefined;
  const end = (): void => {
    if (current === undefined) return;
    send(TO_MAIN, { kind: 'ended', thread: threadId, number: current });
    shared.delete(current);
    current = undefined;
  };
  monitor.onRecording((recording) => {
    end();
    const number = recordings++;
    current = number;
    shared.set(number, recording);
    announce(number, recording);
    recording.latency.onNewType((type, block) =>
      send(TO_MAIN, { kind: 'failure', thread: threadId, number, type, block }),
    );
  });
  monitor.onClose(end);
}

function announce(number: number, { profile, limits, serviceAttributes, counts, latency }: ModelRecording): void {
  const message: WorkerMessage = {
    kind: 'recording',
    thread: threadId,
    number,
    profile,
    limits,
    attributes: serviceAttributes,
    counts,
    failures: latency.blocks,
  };
  send(TO_MAIN, message);
}

function listen(): void {
  if (channel !== undefined) return;
  channel = new BroadcastChannel(TO_WORKERS);
  channel.onmessage = ({ data }: { data: unknown }) => {
    const message = data as MainMessage;
    if (message.kind === 'listening') for (const [number, recording] of shared) announce(number, recording);
    else if (message.thread === threadId) isHeard = true;
  };
  channel.unref();
  // A thread that is terminated does not get here; the main thread sees its end.
  process.once('exit', () => {
    for (const number of shared.keys()) send(TO_MAIN, { kind: 'ended', thread: threadId, number });
  });
  setTimeout(() => {
    if (isHeard) return;
    warn(
      'no metric leaves this worker thread: the main thread of the process does not run Driftline. Call ' +
        '`startDriftline` or `createMonitor` there, or `startDriftline` in the worker.',
    );
  }, SILENCE_MS).unref();
}
