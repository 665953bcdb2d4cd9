import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Faults } from '../../src/profile/faults.ts';
import { findTrainingFiles, type FileOptions } from '../../src/profile/training-files.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driftline-files-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Buffer = 'a\n1\n'): Promise<string> {
  const path = join(folder, name);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  return path;
}

async function find(paths: readonly string[], options: Partial<FileOptions> = {}) {
  const scratch = await mkdtemp(join(folder, 'scratch-'));
  return findTrainingFiles(paths, scratch, { warn: () => undefined, ...options }, new Faults());
}

const names = async (...paths: string[]): Promise<string[]> =>
  (await find(paths)).map(({ shown }) => relative(folder, shown));

test.each<[string, string | Buffer, string]>([
  ['rows.csv', 'a\n1\n', 'csv'],
  ['rows.TSV.gz', gzipSync('a\n1\n'), 'csv'],
  ['rows.ndjson', '{"a":1}', 'jsonl'],
  ['rows.json', '[{"a":1}]', 'json'],
  ['lines.json', '{"a":1}\n{"a":2}', 'jsonl'],
  ['rows.parquet', 'PAR1', 'parquet'],
  ['parquet-by-content', 'PAR1...', 'parquet'],
  ['json-by-content', ' {"a":1}', 'jsonl'],
  ['array-by-content.gz', gzipSync('\n[{"a":1}]'), 'json'],
  ['csv-by-content', 'a\n1\n', 'csv'],
])('%s is found as what it is', async (name, content, format) => {
  const path = await file(name, content);
  expect(await find([path])).toEqual([expect.objectContaining({ shown: path, format })]);
});

test('a format that is given is taken', async () => {
  const [found] = await find([await file('rows.txt', '{"a":1}')], { format: 'jsonl' });
  expect(found?.format).toBe('jsonl');
  await expect(find([await file('other.parquet', 'PAR1')], { format: 'csv' })).rejects.toThrow(
    'is a parquet file, and not csv: leave out `--format csv`.',
  );
});

test('an existing path is taken literally, any other as a glob', async () => {
  const literal = await file('globs/part[1].csv');
  await file('globs/part1.csv');
  await file('globs/part2.csv');
  expect(await names(literal)).toEqual(['globs/part[1].csv']);
  expect(await names(join(folder, 'globs/part?.csv'))).toEqual(['globs/part1.csv', 'globs/part2.csv']);
  await expect(names(join(folder, 'globs/x*.csv'))).rejects.toThrow('There is no file');
});

test('of a folder all data files are taken, each once, without hidden and unfinished ones', async () => {
  for (const name of ['year=2025/b.csv', 'a.csv.gz', '_temporary/c.csv', '.hidden.csv', 'notes.md']) {
    await file(`folder/${name}`);
  }
  const folderPath = join(folder, 'folder');
  expect(await names(folderPath, join(folderPath, 'a.csv.gz'))).toEqual(['folder/a.csv.gz', 'folder/year=2025/b.csv']);
  await mkdir(join(folder, 'nothing'));
  await expect(names(join(folder, 'nothing'))).rejects.toThrow('holds no CSV, JSON or Parquet file');
});

test.each<[string, string | Buffer, string]>([
  ['empty.csv', '', 'is empty: give the data'],
  ['blank.csv', ' \n\n', 'is empty: give the data'],
  ['empty.csv.gz', gzipSync(''), 'is empty: give the data'],
  ['page.csv', '\n<!DOCTYPE html>\n<html></html>', 'is an HTML page, not data: download the file itself.'],
  ['sheet.csv', 'PK\u0003\u0004rest', 'is a ZIP archive or an Excel workbook'],
  ['pointer.csv', 'version https://git-lfs.github.com/spec/v1\n', 'is a pointer of Git LFS'],
  ['binary.csv', Buffer.from([1, 2, 3, 0, 5, 6, 7, 8, 9, 200]), 'is binary: give CSV, JSON lines or Parquet'],
])('%s is refused', async (name, content, sentence) => {
  await expect(find([await file(name, content)])).rejects.toThrow(sentence);
});

test('a missing file is refused, faulty files together, and formats that are mixed', async () => {
  await expect(find([join(folder, 'none.csv')])).rejects.toThrow('There is no file');
  const refused = find([await file('1.csv', ''), await file('2.csv', '<html>')]);
  await expect(refused).rejects.toThrow(/1\.csv is empty.*\n.*2\.csv is an HTML page/);
  await expect(find([await file('a.csv'), await file('b.parquet', 'PAR1')])).rejects.toThrow(
    'csv and parquet: give files of one',
  );
});

test('a guessed encoding is said', async () => {
  const warnings: string[] = [];
  await find([await file('latin.csv', Buffer.from('a\né\n', 'latin1'))], { warn: (word) => warnings.push(word) });
  expect(warnings).toEqual([expect.stringMatching(/latin\.csv is not UTF-8: it is read as latin1\. Set `--encoding`/)]);
});
