import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Command, Reply, Settings } from './messages.ts';

type Program = 'child-service.ts' | 'child-cluster.ts' | 'child-batch.ts';

/** A process of the fault matrix, with all that it starts. */
export class MatrixProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(program: Program, settings: Settings) {
    const path = fileURLToPath(new URL(program, import.meta.url));
    this.#child = spawn(process.execPath, ['--conditions=driftline-source', path, JSON.stringify(settings)], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      // A group of its own, so that a signal can reach all of it.
      detached: true,
    });
    this.#ended = once(this.#child, 'exit');
  }

  /** Waits until it is ready, and gives the endpoints that it has opened. */
  async ready(): Promise<readonly string[]> {
    return (await this.#reply()).endpoints ?? [];
  }

  /** Tells it to do something, and waits until that is done. */
  async obey(command: Command): Promise<void> {
    const reply = this.#reply();
    this.#child.send(command);
    await reply;
  }

  /** Tells it to end. */
  end(how: 'end' | 'exit'): void {
    this.#child.send({ kind: how } satisfies Command);
  }

  /** Sends SIGTERM to the process alone, and waits until it has handled it. */
  async drain(): Promise<void> {
    const reply = this.#reply();
    this.#child.kill('SIGTERM');
    await reply;
  }

  /** Sends a signal to the process and all that it started, as systemd and a terminal do. */
  signalAll(signal: 'SIGTERM' | 'SIGKILL'): void {
    if (this.#child.pid === undefined) return;
    try {
      process.kill(-this.#child.pid, signal);
    } catch (error) {
      // It has ended by itself.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Waits until it is gone. */
  async ended(): Promise<void> {
    await this.#ended;
  }

  /** What it says next. It answers everything in turn; one that ends instead is an error. */
  async #reply(): Promise<Reply> {
    const ended = this.#ended.then((exit): never => {
      throw new Error(`A process of the fault matrix ended too early: ${JSON.stringify(exit)}`);
    });
    const [reply] = (await Promise.race([once(this.#child, 'message'), ended])) as [Reply];
    return reply;
  }
}
