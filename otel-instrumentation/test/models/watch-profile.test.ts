import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { watchProfile } from '../../src/models/watch-profile.ts';
import { exampleProfile } from '../example-profile.ts';

const version = (of: string) => JSON.stringify({ ...exampleProfile(), model: { name: 'income', version: of } });

test('a changed profile is taken up, a broken one is not, and wrapped functions go on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'driftline-watch-'));
  const path = join(folder, 'profile.json');
  await writeFile(path, version('1'));
  const producer = new DriftlineProducer();
  const monitor = createMonitor(path, { producer });
  const stop = watchProfile(path, monitor, 20);
  const predict = monitor.wrap((_row: object) => 'yes');
  predict({ age: 30 });
  const until = async (of: string): Promise<void> => {
    while (monitor.profile.model.version !== of) await wait(10);
  };

  await writeFile(path, '{ "schemaVersion": 1');
  await wait(100);
  expect(monitor.report().rows).toBe(1);

  await writeFile(`${path}.new`, version('2'));
  await rename(`${path}.new`, path);
  await until('2');
  predict({ age: 30 });
  predict({ age: 30 });
  expect(monitor.report().rows).toBe(2);
  stop();
  await rm(folder, { recursive: true });
});
