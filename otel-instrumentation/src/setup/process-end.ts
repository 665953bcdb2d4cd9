import cluster from 'node:cluster';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** Milliseconds between two exports while a service drains after a signal. */
const DRAIN_MS = 1000;

/** What has to happen before the process is gone. */
export interface BeforeEnd {
  /** Exports what has been counted. Never rejects, and takes at most a few seconds. */
  flush(): Promise<unknown>;
  /** Exports for the last time. Never rejects; false where that did not end in time. */
  end(): Promise<boolean>;
  /** Whether signals matter, or only the end of the event loop. */
  readonly handleSignals: boolean;
}

/**
 * Exports before the process ends, for every start in it by one handler.
 *
 * Where nobody else handles SIGTERM or SIGINT, the last export is made and the process then ends by the signal, as it
 * would without this. A service with a handler of its own drains and ends as it likes: what it still records is exported
 * every second from the signal on, and for the last time when its event loop is empty. A worker of a cluster whose primary
 * is gone, which Node ends at once, makes its last export first.
 */
class ProcessEnd {
  readonly #members = new Set<BeforeEnd>();
  #ending = false;
  #draining: NodeJS.Timeout | undefined;

  add(member: BeforeEnd): void {
    this.#members.add(member);
    this.#listen();
  }

  remove(member: BeforeEnd): void {
    this.#members.delete(member);
    this.#listen();
  }

  /** Listens to what the members need, and to no more. */
  #listen(): void {
    process.off('beforeExit', this.#onEmptyLoop);
    cluster.worker?.off('disconnect', this.#onPrimaryGone);
    if (this.#members.size > 0) {
      process.on('beforeExit', this.#onEmptyLoop);
      cluster.worker?.on('disconnect', this.#onPrimaryGone);
    }
    const handleSignals = [...this.#members].some((member) => member.handleSignals);
    for (const signal of SIGNALS) {
      process.off(signal, this.#onSignal);
      if (handleSignals) process.on(signal, this.#onSignal);
    }
    if (handleSignals || this.#draining === undefined) return;
    clearInterval(this.#draining);
    this.#draining = undefined;
  }

  /** A second signal changes nothing: the first is being obeyed, within seconds. */
  readonly #onSignal = (signal: NodeJS.Signals): void => {
    if (this.#ending || this.#draining !== undefined) return;
    if (otherListeners(signal) > 0) {
      this.#flush();
      this.#draining = setInterval(() => this.#flush(), DRAIN_MS).unref();
      return;
    }
    void this.#end().then(() => process.kill(process.pid, signal));
  };

  readonly #onEmptyLoop = (): void => {
    const alone = process.listenerCount('beforeExit') === 1;
    void this.#end().then((inTime) => {
      // The attempts of a receiver that is gone would hold a process that has nothing else to do.
      if (!inTime && alone) process.exit();
    });
  };

  /** Also where a signal reaches primary and workers at once, as from systemd or a terminal: the primary is gone first. */
  readonly #onPrimaryGone = (): void => {
    const { worker } = cluster;
    if (worker === undefined || worker.exitedAfterDisconnect) return;
    // Node calls `process.exit()` right after this event, unless the worker meant to leave.
    worker.exitedAfterDisconnect = true;
    if (this.#ending) return;
    void this.#end().then(() => process.exit());
  };

  #flush(): void {
    for (const member of this.#members) void member.flush();
  }

  async #end(): Promise<boolean> {
    if (this.#ending) return true;
    this.#ending = true;
    try {
      const members = [...this.#members];
      const inTime = await Promise.all(members.map((member) => member.end()));
      for (const member of members) this.remove(member);
      return inTime.every(Boolean);
    } finally {
      this.#ending = false;
    }
  }
}

const GLOBAL = Symbol.for('driftline.processEnd');
const process_ = globalThis as { [GLOBAL]?: ProcessEnd };

/** One handler for every copy of this package in the process, which would otherwise wait for each other. */
export const processEnd = (process_[GLOBAL] ??= new ProcessEnd());

/**
 * Handlers of a signal besides ours. Those of the package signal-exit do not count: it ends the process itself, as soon
 * as it is alone.
 */
function otherListeners(signal: NodeJS.Signals): number {
  const emitters = [
    (globalThis as Record<symbol, unknown>)[Symbol.for('signal-exit emitter')],
    (process as { __signal_exit_emitter__?: unknown }).__signal_exit_emitter__,
  ];
  const signalExit = emitters.reduce((sum: number, emitter) => {
    const count = (emitter as { count?: unknown } | undefined)?.count;
    return sum + (typeof count === 'number' ? count : 0);
  }, 0);
  return process.listenerCount(signal) - 1 - Math.min(signalExit, process.listenerCount(signal) - 1);
}
