import { hash } from 'node:crypto';
import {
  BroadcastChannel,
  isMainThread,
  receiveMessageOnPort,
  type MessagePort,
  type Worker,
} from 'node:worker_threads';
import { ModelRecording } from '../recorder/model-recording.ts';
import { problemsOf } from '../recorder/problems-of.ts';
import { WarnOnce } from '../recorder/warn-once.ts';
import { warn } from '../values/log.ts';
import { messageOf } from '../values/thrown.ts';
import { send, TO_MAIN, TO_WORKERS, type RecordingName, type WorkerMessage } from './thread-channel.ts';

/** What is counted of one model by one profile, over all threads. */
interface Model {
  /** Shows the counts of workers that run, by the name of their recordings. */
  readonly running: Map<string, ModelRecording>;
  /** The counts of workers that ended, added up, so that memory stays bounded. */
  readonly ended: ModelRecording;
  /** The sum that is exported. */
  readonly total: ModelRecording;
  /** When the last thread began to count by this profile. */
  lastBegan: number;
}

/**
 * What the worker threads of this process count, in shared memory: it is exported with the counts of the main thread,
 * also while a worker is blocked and after it was terminated.
 */
class WorkerRecordings {
  /** By {@link layoutOf}. */
  readonly #models = new Map<string, Model>();
  readonly #warnings = new WarnOnce();
  #channel: BroadcastChannel | undefined;

  /** Hears of workers from now on, however they are made; those that run already announce themselves again. */
  listen(): void {
    if (this.#channel !== undefined || !isMainThread) return;
    this.#channel = new BroadcastChannel(TO_MAIN);
    this.#channel.onmessage = ({ data }: { data: unknown }) => this.accept(data as WorkerMessage);
    this.#channel.unref();
    process.on('worker', (worker: Worker) => {
      const { threadId } = worker;
      worker.once('exit', () => {
        this.#readAll();
        this.endThread(threadId);
      });
    });
    send(TO_WORKERS, { kind: 'listening' });
  }

  /** Takes a message of a worker. */
  accept(message: WorkerMessage): void {
    const name = nameOf(message);
    switch (message.kind) {
      case 'recording':
        this.#add(name, message);
        break;
      case 'failure':
        this.#find(name)?.running.get(name)?.latency.show(message.type, message.block);
        break;
      case 'ended':
        this.#end(name);
        break;
    }
  }

  /** Ends the recordings of a worker that is gone; their counts stay. */
  endThread(thread: number): void {
    for (const { running } of this.#models.values()) {
      for (const name of [...running.keys()]) if (name.startsWith(`${thread}/`)) this.#end(name);
    }
  }

  /**
   * The recordings to export: those of this thread, with what workers count by the same profile, and those of models that
   * only workers run. Of two profiles of one version the one that a thread began last is exported, as one profile takes
   * the place of another in one thread.
   */
  with(own: readonly ModelRecording[]): ModelRecording[] {
    this.#readAll();
    if (this.#models.size === 0) return [...own];
    const ownByLayout = new Map(own.map((recording) => [layoutOf(recording), recording]));
    const chosen = new Map<string, { readonly began: number; readonly recording: () => ModelRecording }>();
    const choose = (recording: ModelRecording, began: number, read: () => ModelRecording): void => {
      const model = modelOf(recording);
      const other = chosen.get(model);
      if (other === undefined || began >= other.began) chosen.set(model, { began, recording: read });
    };
    for (const [layout, recording] of ownByLayout) {
      if (!this.#models.has(layout)) choose(recording, recording.startedAt, () => recording);
    }
    for (const [layout, model] of this.#models) {
      const mine = ownByLayout.get(layout);
      const began = Math.max(model.lastBegan, mine?.startedAt ?? 0);
      choose(model.total, began, () => this.#sum(model, mine));
    }
    return [...chosen.values()].map(({ recording }) => recording());
  }

  #sum({ running, ended, total }: Model, own: ModelRecording | undefined): ModelRecording {
    total.clear();
    const parts = [ended, ...(own === undefined ? [] : [own])];
    for (const part of parts) {
      total.add(part);
      part.forgetExtremes();
    }
    for (const recording of running.values()) {
      total.add(recording);
      recording.askForNewExtremes();
    }
    for (const { kind, sentence } of problemsOf(total, [])) {
      this.#warnings.warn(`${kind} in ${modelOf(total)}`, sentence);
    }
    return total;
  }

  #add(name: string, message: WorkerMessage & { readonly kind: 'recording' }): void {
    const { profile, limits, attributes, counts, failures } = message;
    if (this.#find(name) !== undefined) return;
    try {
      // What shows or adds up counts of others waits for no outcomes of its own.
      const passive = { ...limits, maximumPending: 0 };
      const recording = new ModelRecording(profile, passive, attributes, counts);
      for (const [type, block] of failures) recording.latency.show(type, block);
      const layout = layoutOf(recording);
      let model = this.#models.get(layout);
      if (model === undefined) {
        const { startedAt } = counts;
        const empty = (): ModelRecording => new ModelRecording(profile, passive, attributes, undefined, startedAt);
        model = { running: new Map(), ended: empty(), total: empty(), lastBegan: startedAt };
        this.#models.set(layout, model);
      }
      model.lastBegan = Math.max(model.lastBegan, counts.startedAt);
      model.running.set(name, recording);
      send(TO_WORKERS, { kind: 'known', thread: message.thread, number: message.number });
    } catch (error) {
      warn(`what a worker thread counts of ${profile.model.name} is not exported. ${messageOf(error)}`);
    }
  }

  #end(name: string): void {
    const model = this.#find(name);
    const recording = model?.running.get(name);
    if (model === undefined || recording === undefined) return;
    model.ended.add(recording);
    model.running.delete(name);
  }

  #find(name: string): Model | undefined {
    return [...this.#models.values()].find(({ running }) => running.has(name));
  }

  /** Takes the messages that wait, so that an export has what was announced before it. */
  #readAll(): void {
    if (this.#channel === undefined) return;
    for (;;) {
      // The types of Node know no BroadcastChannel here; its documentation does.
      const received = receiveMessageOnPort(this.#channel as unknown as MessagePort) as
        { readonly message: WorkerMessage } | undefined;
      if (received === undefined) return;
      this.accept(received.message);
    }
  }
}

function nameOf({ thread, number }: RecordingName): string {
  return `${thread}/${number}`;
}

/** Recordings of one model have the same series, apart from the profile. */
function modelOf({ attributes }: ModelRecording): string {
  return JSON.stringify(Object.entries(attributes).sort());
}

/** What two recordings must have in common for their counts to be added up: the model, and all that lays out the block. */
function layoutOf(recording: ModelRecording): string {
  const { profile, limits } = recording;
  const { createdAt: _createdAt, performance: _performance, ...counted } = profile;
  const { maximumLabels, minimumGroupSize, rankingCutoffs } = limits;
  return hash('sha256', JSON.stringify([modelOf(recording), counted, maximumLabels, minimumGroupSize, rankingCutoffs]));
}

const GLOBAL = Symbol.for('driftline.workers');
const process_ = globalThis as { [GLOBAL]?: WorkerRecordings };

/** One for every copy of this package in the process. */
export const workerRecordings = (process_[GLOBAL] ??= new WorkerRecordings());
