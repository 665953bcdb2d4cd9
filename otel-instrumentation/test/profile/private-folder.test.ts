import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { waitUntil } from '@driftline/local-store/testing';
import { withPrivateFolder } from '../../src/profile/private-folder.ts';
import { DRIFTLINE_COMMAND } from '../commands/driftline-command.ts';

/** More than fits into a file of 32 KB. */
const ROWS = ['a,b', ...Array.from({ length: 40_000 }, (_, i) => `${(i * 7919) % 10_007},k${i % 7}`)].join('\n');

test('folder and files belong to their owner alone, and are gone afterwards', async () => {
  const mask = process.umask();
  let used = '';
  const result = await withPrivateFolder((folder) => {
    used = folder;
    writeFileSync(join(folder, 'rows'), 'x');
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'rows')).mode & 0o777]).toEqual([0o700, 0o600]);
    return Promise.resolve(1);
  });
  expect([result, existsSync(used), process.umask()]).toEqual([1, false, mask]);
});

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const handlers = (): number[] => SIGNALS.map((signal) => process.listenerCount(signal));

test('the folder is gone after an error, and signals are as they were', async () => {
  const before = handlers();
  let used = '';
  const failed = withPrivateFolder((folder) => {
    used = folder;
    expect(handlers()).toEqual(before.map((count) => count + 1));
    return Promise.reject(new Error('no'));
  });
  await expect(failed).rejects.toThrow('no');
  expect([existsSync(used), handlers()]).toEqual([false, before]);
});

test('a full disk is said in a sentence', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  await expect(withPrivateFolder(() => Promise.reject(full))).rejects.toThrow(
    /^The disk of .* is full: free some space/,
  );
});

test.each<[string, string | Buffer]>([
  ['data.csv', ROWS],
  ['data.csv.gz', gzipSync(ROWS)],
])('a disk without room is said of %s, and leaves the profile and no file', async (name, content) => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-full-'));
  const temporary = mkdtempSync(join(tmpdir(), 'driftline-full-'));
  writeFileSync(join(folder, name), content);
  writeFileSync(join(folder, 'profile.json'), 'an older profile');
  const command = [process.execPath, ...DRIFTLINE_COMMAND, 'profile', name, '--model', 'm'];
  // No file may grow beyond 32 KB.
  const child = spawn('bash', ['-c', `trap '' XFSZ; ulimit -f 32; exec "$@"`, 'bash', ...command], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  expect(said).toMatch(/^driftline: The disk of .* is full: free some space, or set TMPDIR to a folder with more\.\n$/);
  expect(code).toBe(2);
  expect(readFileSync(join(folder, 'profile.json'), 'utf8')).toBe('an older profile');
  expect([readdirSync(temporary), readdirSync(folder).sort()]).toEqual([[], [name, 'profile.json']]);
});

test.each(SIGNALS)('%s ends the command, removes its files and leaves the profile', async (signal) => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-signal-'));
  const temporary = mkdtempSync(join(tmpdir(), 'driftline-signal-'));
  writeFileSync(join(folder, 'profile.json'), 'an older profile');
  // The standard input stays open, so that the command is in the middle of reading.
  const child = spawn(process.execPath, [...DRIFTLINE_COMMAND, 'profile', '-', '--model', 'm'], {
    cwd: folder,
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  try {
    child.stdin.write('a,b\n1,2\n');
    const files = (): string[] => readdirSync(temporary, { recursive: true }).map(String);
    const kept = (names: string[]): boolean => names.some((name) => name.endsWith('input'));
    await waitUntil('the copy of the input', () => Promise.resolve(files()), kept, 30);
    const ended = once(child, 'exit');
    child.kill(signal);
    expect(await ended).toEqual([null, signal]);
    expect([files(), readdirSync(folder)]).toEqual([[], ['profile.json']]);
  } finally {
    child.kill('SIGKILL');
  }
});
