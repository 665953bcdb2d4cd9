import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { findTrainingFiles, isGzip } from '../../src/profile/training-files.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftline-files-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer = 'a\n1\n'): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

test.each<[string, string | Buffer, string]>([
  ['rows.csv', 'a\n1\n', 'csv'],
  ['rows.TSV.gz', gzipSync('a\n1\n'), 'csv'],
  ['rows.ndjson', '{"a":1}', 'jsonl'],
  ['rows.parquet', 'PAR1', 'parquet'],
  ['parquet-by-content', 'PAR1...', 'parquet'],
  ['json-by-content', ' {"a":1}', 'jsonl'],
  ['csv-by-content', 'a\n1\n', 'csv'],
])('%s is found as what it is', async (name, content, format) => {
  const path = await file(name, content);
  expect(await findTrainingFiles([path], folder)).toEqual({ paths: [path], format });
});

test('a format that is given is taken', async () => {
  expect((await findTrainingFiles([await file('rows.txt')], folder, 'jsonl')).format).toBe('jsonl');
});

test('a file that is missing or empty and formats that are mixed are refused', async () => {
  const find = async (...paths: string[]) => findTrainingFiles(paths, folder);
  await expect(find(join(folder, 'none.csv'))).rejects.toThrow('There is no file');
  await expect(find(await file('empty.csv', ''))).rejects.toThrow('is empty: give the data');
  await expect(find(await file('a.csv'), await file('b.parquet'))).rejects.toThrow(
    'csv and parquet: give files of one',
  );
});

test('compression is told by content, not by name', async () => {
  expect(await isGzip(await file('plain.gz'))).toBe(false);
  expect(await isGzip(await file('packed.csv', gzipSync('a\n1\n')))).toBe(true);
});
