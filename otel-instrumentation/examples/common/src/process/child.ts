import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';

/** A script as a process of its own. */
export interface Child {
  /** Resolves with the first line of JSON that the script prints; rejects when it ends before. */
  readonly firstLine: Promise<unknown>;
  /** Asks the process to end and waits until it has. */
  stop(): Promise<void>;
  /** Resolves with the exit code when the process ends. */
  readonly ended: Promise<number | null>;
}

/** @param onLine - receives every line of JSON that the script prints */
export function startChild(script: URL, args: readonly string[], onLine: (line: unknown) => void = () => {}): Child {
  const path = fileURLToPath(script);
  const process_ = spawn(process.execPath, ['--conditions=driftline-source', path, ...args], {
    // The channel tells the child when its parent is gone, however that came about.
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let errors = '';
  process_.stderr?.on('data', (chunk: Buffer) => (errors = `${errors}${chunk.toString()}`.slice(-2000)));
  const ended = once(process_, 'exit').then(([code]) => code as number | null);
  const firstLine = new Promise<unknown>((resolve, reject) => {
    createInterface({ input: process_.stdout as Readable }).on('line', (line) => {
      const parsed: unknown = JSON.parse(line);
      resolve(parsed);
      onLine(parsed);
    });
    void ended.then((code) => reject(new Error(`${path} ended with ${String(code)}: ${errors.trim()}`)));
  });
  firstLine.catch(() => undefined);
  return { firstLine, ended, stop: () => stopped(process_, ended) };
}

async function stopped(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGTERM');
  // A replica that cannot reach its receiver would hold on to its last export for longer than anybody waits.
  const kill = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(kill);
}
