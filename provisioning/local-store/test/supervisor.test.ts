import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SUPERVISOR = fileURLToPath(new URL('../src/supervisor.ts', import.meta.url));

function supervise(folder: string, ...command: string[]): ChildProcess {
  return fork(SUPERVISOR, [folder, ...command], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'], execArgv: [] });
}

test('when the channel closes, the program ends and the folder is gone', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-supervisor-'));
  const supervisor = supervise(folder, process.execPath, '-e', 'console.log(process.pid); setInterval(() => {}, 1000)');
  const ended = once(supervisor, 'exit');
  const [pid] = (await once(supervisor.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  expect(process.kill(Number(pid.toString()), 0)).toBe(true);
  supervisor.disconnect();
  await ended;
  expect(() => process.kill(Number(pid.toString()), 0)).toThrow('ESRCH');
  expect(existsSync(folder)).toBe(false);
});

test('passes on the exit code of a program that ends by itself', async () => {
  const supervisor = supervise('nowhere', process.execPath, '-e', 'process.exit(7)');
  expect((await once(supervisor, 'exit'))[0]).toBe(7);
});

test('a program that cannot be run is named', async () => {
  const supervisor = supervise('nowhere', '/no/such/program');
  const [message] = (await once(supervisor.stderr as NodeJS.ReadableStream, 'data')) as [Buffer];
  expect(message.toString()).toContain('/no/such/program');
});
