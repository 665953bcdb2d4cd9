import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathOfGoProgram, programFromGoModule } from '../src/go-module.ts';
import { StoreUnavailable } from '../src/store-unavailable.ts';

const cache = mkdtempSync(join(tmpdir(), 'driftline-go-'));
const { PATH, XDG_CACHE_HOME } = process.env;
const program = { name: 'store', path: 'no.invalid/store', version: 'v1.2.3', tags: 'small' };

beforeAll(() => {
  process.env['XDG_CACHE_HOME'] = cache;
  process.env['PATH'] = join(cache, 'bin');
});

afterAll(() => {
  process.env['PATH'] = PATH;
  if (XDG_CACHE_HOME === undefined) delete process.env['XDG_CACHE_HOME'];
  else process.env['XDG_CACHE_HOME'] = XDG_CACHE_HOME;
  rmSync(cache, { recursive: true });
});

test('without Go, it says what to install', async () => {
  const built = programFromGoModule(program);
  await expect(built).rejects.toThrow(StoreUnavailable);
  await expect(built).rejects.toThrow('store v1.2.3 is built with Go, which is not on the PATH: install Go.');
});

test('a build that fails says why', async () => {
  const go = join(cache, 'bin', 'go');
  mkdirSync(dirname(go), { recursive: true });
  writeFileSync(go, '#!/bin/sh\necho "no such module" >&2\nexit 1\n', { mode: 0o755 });
  await expect(programFromGoModule(program)).rejects.toThrow('store v1.2.3 cannot be built with Go (no such module).');
  rmSync(go);
});

test('what was built once is not built again', async () => {
  const path = pathOfGoProgram(program);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '', { mode: 0o755 });
  expect(await programFromGoModule(program)).toBe(path);
});
