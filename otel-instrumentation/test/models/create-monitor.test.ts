import fs from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createMonitor, prepareMonitor, removeMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { exampleProfile } from '../example-profile.ts';

let path: string;

beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'driftline-create-')), 'profile.json');
  await writeFile(path, JSON.stringify(exampleProfile()));
});

afterAll(() => rm(join(path, '..'), { recursive: true }));
afterEach(() => jest.restoreAllMocks());

const watching = () => {
  const watchFile = jest.spyOn(fs, 'watchFile');
  const unwatchFile = jest.spyOn(fs, 'unwatchFile');
  return () => watchFile.mock.calls.length - unwatchFile.mock.calls.length;
};

test('a monitor that watches its profile does so until it is removed', () => {
  const watched = watching();
  const registry = new ModelRegistry();
  const monitor = createMonitor(path, { registry, watch: true });
  expect(watched()).toBe(1);
  removeMonitor(monitor, registry);
  expect(watched()).toBe(0);
});

test.each<[string, string | object, object]>([
  ['a file that is not there', 'none.json', {}],
  ['a profile that is wrong', { model: 1 }, {}],
  ['a limit that makes no sense', exampleProfile(), { maximumPending: -1 }],
  ['an attribute that is reserved', exampleProfile(), { attributes: { job: 'x' } }],
])('%s is refused, and nothing is registered or watched', (_what, profile, options) => {
  const watched = watching();
  const registry = new ModelRegistry();
  expect(() => createMonitor(profile, { registry, watch: true, ...options })).toThrow();
  expect([registry.monitors.length, watched()]).toEqual([0, 0]);
});

test('what is prepared leaves no trace until it is started', () => {
  const watched = watching();
  const registry = new ModelRegistry();
  const start = prepareMonitor(path, { watch: true });
  expect([registry.monitors.length, watched()]).toEqual([0, 0]);
  const monitor = start(registry);
  expect([registry.monitors, watched()]).toEqual([[monitor], 1]);
  removeMonitor(monitor, registry);
});
