import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '@driftline/local-store/testing';
import { withPrivateFolder } from '../../src/profile/private-folder.ts';

const program = fileURLToPath(new URL('../../src/commands/driftline.ts', import.meta.url));

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

test('the folder is gone after an error', async () => {
  let used = '';
  const failed = withPrivateFolder((folder) => {
    used = folder;
    return Promise.reject(new Error('no'));
  });
  await expect(failed).rejects.toThrow('no');
  expect([existsSync(used), process.listenerCount('SIGTERM')]).toEqual([false, process.listenerCount('SIGTERM')]);
});

test('a full disk is said in a sentence', async () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC', syscall: 'write' });
  await expect(withPrivateFolder(() => Promise.reject(full))).rejects.toThrow(
    /^The disk of .* is full: free some space/,
  );
});

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s ends the command, removes its files and leaves the profile',
  async (signal) => {
    const folder = mkdtempSync(join(tmpdir(), 'driftline-signal-'));
    const temporary = mkdtempSync(join(tmpdir(), 'driftline-signal-'));
    writeFileSync(join(folder, 'profile.json'), 'an older profile');
    // The standard input stays open, so that the command is in the middle of reading.
    const child = spawn(process.execPath, ['--conditions=driftline-source', program, 'profile', '-', '--model', 'm'], {
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
  },
);
