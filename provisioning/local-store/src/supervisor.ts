/**
 * Runs a store for the process that started this one, and stops it when the channel to that process closes: on request,
 * after a crash or after a kill, which a store itself does not notice. Then removes the store's folder:
 *
 *     supervisor.ts FOLDER PROGRAM [ARGUMENT...]
 */
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';

const [folder, program, ...args] = process.argv.slice(2) as [string, string, ...string[]];
const store = spawn(program, args, { stdio: ['ignore', 'inherit', 'inherit'] });

store.once('error', (error) => {
  console.error(error.message);
  process.exit(1);
});
store.once('exit', (code) => {
  if (process.connected === false) rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});

function end(): void {
  store.kill('SIGTERM');
  setTimeout(() => store.kill('SIGKILL'), 5000);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
// The channel may have closed before the listener was there.
if (process.connected === false) end();
else process.once('disconnect', end);
