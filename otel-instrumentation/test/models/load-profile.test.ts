import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ProfileError } from '@driftline/shared';
import { loadProfile } from '../../src/models/load-profile.ts';
import { exampleProfile } from '../example-profile.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftline-load-'));
});

afterAll(() => rm(folder, { recursive: true }));

test('path, URL and content give the same profile', async () => {
  const path = join(folder, 'profile.json');
  await writeFile(path, JSON.stringify(exampleProfile()));
  const profile = loadProfile(exampleProfile());
  expect(profile.model).toEqual({ name: 'income', version: '1' });
  expect(loadProfile(path)).toEqual(profile);
  expect(loadProfile(pathToFileURL(path))).toEqual(profile);
});

test('a file that cannot be read, or is not JSON, is named together with what to do', async () => {
  const path = join(folder, 'half.json');
  await writeFile(path, '{ "schemaVersion": 1');
  const messageFor = (source: string): string => {
    try {
      loadProfile(source);
    } catch (error) {
      expect(error).toBeInstanceOf(ProfileError);
      return (error as ProfileError).message;
    }
    throw new Error(`${source} was loaded.`);
  };
  expect(messageFor(path)).toMatch(/half\.json is not JSON \(.+\): create it again with `driftline profile`\.$/);
  expect(messageFor(join(folder, 'none.json'))).toMatch(/none\.json cannot be read \(ENOENT.+\): create it with/);
});

test.each([null, undefined, 1, {}, { model: 1 }, []])('%j is not a profile', (source) => {
  expect(() => loadProfile(source as object)).toThrow(ProfileError);
});
