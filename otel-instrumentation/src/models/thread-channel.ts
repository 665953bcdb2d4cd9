import { BroadcastChannel } from 'node:worker_threads';
import type { Attributes } from '@opentelemetry/api';
import type { ReferenceProfile } from '@driftline/shared';
import type { Limits } from '../recorder/limits.ts';
import type { SharedCounts } from '../recorder/model-recording.ts';

/** What names a recording among all threads. */
export interface RecordingName {
  readonly thread: number;
  /** Counts the recordings of the thread. */
  readonly number: number;
}

/** What a worker thread says to the main thread. */
export type WorkerMessage =
  | ({
      readonly kind: 'recording';
      readonly profile: ReferenceProfile;
      readonly limits: Required<Limits>;
      readonly attributes: Attributes;
      readonly counts: SharedCounts;
      /** Blocks of the types of errors that occurred so far. */
      readonly failures: ReadonlyMap<string, ArrayBufferLike>;
    } & RecordingName)
  | ({ readonly kind: 'failure'; readonly type: string; readonly block: ArrayBufferLike } & RecordingName)
  /** Nothing more is counted in it. */
  | ({ readonly kind: 'ended' } & RecordingName);

/** What the main thread says to all workers: that it listens from now on, or that it knows a recording. */
export type MainMessage = { readonly kind: 'listening' } | ({ readonly kind: 'known' } & RecordingName);

/**
 * Broadcast channels reach every thread of a process without the help of the code that made it. A message that a worker sends
 * arrives although the worker is blocked or terminated right after. The name holds the version of the messages.
 */
export const TO_MAIN = 'driftline.to-main.1';
export const TO_WORKERS = 'driftline.to-workers.1';

/** Sends a message, and keeps no channel open on which answers to others would pile up. */
export function send(channel: typeof TO_MAIN, message: WorkerMessage): void;
export function send(channel: typeof TO_WORKERS, message: MainMessage): void;
export function send(channel: string, message: WorkerMessage | MainMessage): void {
  const open = new BroadcastChannel(channel);
  try {
    open.postMessage(message);
  } finally {
    open.close();
  }
}
