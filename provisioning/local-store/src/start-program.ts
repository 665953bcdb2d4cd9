import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import pWaitFor from 'p-wait-for';

export interface ProgramOptions {
  /** Path of the program. */
  readonly path: string;
  /** Its scratch storage, which is removed if this process ends without stopping it. */
  readonly folder: string;
  argumentsOf(port: number): string[];
  /** Path under which it answers with success once it is ready. */
  readonly readyPath: string;
}

/** A server that runs on a free port of 127.0.0.1. */
export interface RunningProgram {
  readonly url: string;
  /** Ends it and waits until it has. */
  stop(): Promise<void>;
}

const ATTEMPTS = 3;
/** How long a program may take until it answers. */
const START_MS = 30_000;
const SUPERVISOR = fileURLToPath(new URL('./supervisor.ts', import.meta.url));

/**
 * Starts a server on a free port of 127.0.0.1 and waits until it answers.
 *
 * @throws {Error} with the last line that it printed, when it ends or does not answer
 */
export async function startProgram({ path, folder, argumentsOf, readyPath }: ProgramOptions): Promise<RunningProgram> {
  let output = '';
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    // Another program may take the port before this one does, hence more than one attempt.
    const port = await getPort({ host: '127.0.0.1' });
    const child = spawn(process.execPath, [SUPERVISOR, folder, path, ...argumentsOf(port)], {
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      // The folder that holds `usr`, for a program that was unpacked and not installed.
      cwd: join(dirname(path), '..', '..'),
    });
    const keep = (chunk: Buffer): void => {
      output = `${output}${chunk.toString()}`.slice(-2000);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const url = `http://127.0.0.1:${port}`;
    if (await answers(child, `${url}${readyPath}`)) return { url, stop: () => stopped(child) };
    if (isRunning(child)) {
      // A program that runs and does not answer would not answer on another port.
      await stopped(child);
      break;
    }
  }
  throw new Error(`${path} did not start: ${output.trim().split('\n').at(-1) ?? 'it printed nothing'}`);
}

/** Waits until the program answers; false when it ends before that or takes too long. */
function answers(child: ChildProcess, url: string): Promise<boolean> {
  const ask = async () => {
    if (!isRunning(child)) return pWaitFor.resolveWith(false);
    const response = await fetch(url, { signal: AbortSignal.timeout(START_MS) }).catch(() => undefined);
    return response?.ok === true && pWaitFor.resolveWith(true);
  };
  return pWaitFor(ask, { interval: 50, timeout: { milliseconds: START_MS, fallback: () => false } });
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}

async function stopped(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const ended = once(child, 'exit');
  if (child.connected) child.disconnect();
  await ended;
}
