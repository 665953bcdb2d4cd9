import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitUntil } from '@driftline/local-store/testing';
import { diag } from '@opentelemetry/api';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { watchProfile } from '../../src/models/watch-profile.ts';
import { exampleProfile } from '../example-profile.ts';

const version = (of: string) => JSON.stringify({ ...exampleProfile(), model: { name: 'income', version: of } });

afterEach(() => jest.restoreAllMocks());

test('a changed profile is used, a broken one is not, and wrapped functions go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-watch-'));
  const path = join(folder, 'profile.json');
  await writeFile(path, version('1'));
  const warn = jest.spyOn(diag, 'warn').mockImplementation();
  const monitor = createMonitor(path, { registry: new ModelRegistry() });
  const stop = watchProfile(path, monitor, 20);
  const predict = monitor.wrap((_row: object) => 'yes');
  predict({ age: 30 });

  await writeFile(path, '{ "schemaVersion": 1');
  await waitUntil(
    'a warning of the broken profile',
    () => warn.mock.calls.length,
    (calls) => calls > 0,
  );
  expect(warn.mock.calls[0]?.[0]).toContain(`the changed profile ${path} is not used`);
  expect(monitor.report().rows).toBe(1);

  await writeFile(`${path}.new`, version('2'));
  await rename(`${path}.new`, path);
  await waitUntil(
    'version 2',
    () => monitor.profile.model.version,
    (found) => found === '2',
  );
  predict({ age: 30 });
  predict({ age: 30 });
  expect(monitor.report().rows).toBe(2);
  stop();
  await rm(folder, { recursive: true });
});
