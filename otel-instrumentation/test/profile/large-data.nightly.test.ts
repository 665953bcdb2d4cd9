import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseProfile } from '@driftline/shared';
import { Database } from '../../src/profile/database.ts';
import { DRIFTLINE_COMMAND } from '../commands/driftline-command.ts';

const GIB_IN_KB = 1024 ** 2;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'driftline-large-data-'))));
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes a table of `rows` rows to a file of the folder. */
async function write(name: string, columns: readonly string[], rows: number): Promise<void> {
  const database = await Database.open(mkdtempSync(join(folder, 'database-')));
  await database.run(`COPY (SELECT ${columns.join(', ')} FROM range(${rows})) TO '${join(folder, name)}'`);
  database.close();
}

/** Runs `driftline profile` and gives its profile and the most memory that it had, in kilobytes. */
async function profile(name: string, ...args: string[]) {
  const tellMemory = 'process.on("exit", () => console.error("kilobytes:", process.resourceUsage().maxRSS))';
  const child = spawn(
    process.execPath,
    [
      ...['--import', `data:text/javascript,${encodeURIComponent(tellMemory)}`],
      ...[...DRIFTLINE_COMMAND, 'profile', name, '--model', 'm', ...args],
    ],
    { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit') as Promise<[number | null]>]);
  if (code !== 0) throw new Error(said);
  const written = parseProfile(JSON.parse(readFileSync(join(folder, 'profile.json'), 'utf8')));
  return { written, kilobytes: Number(/kilobytes: (\d+)/.exec(said)?.[1]) };
}

test('5,000 columns stay below a gibibyte', async () => {
  const columns = Array.from({ length: 5000 }, (_, i) =>
    i % 5 === 4 ? `'k' || floor(random() * 7) AS c${i}` : `round(random() * 1000, ${i % 4}) AS x${i}`,
  );
  await write('wide.csv', columns, 1000);
  const { written, kilobytes } = await profile('wide.csv');
  expect(written.features).toHaveLength(5000);
  expect(kilobytes).toBeLessThan(GIB_IN_KB);
});

test('10 million rows of 20 columns stay below a gibibyte, and each row is counted', async () => {
  const columns = [
    ...Array.from({ length: 12 }, (_, i) => `random() * ${i + 1} AS x${i}`),
    ...Array.from({ length: 4 }, (_, i) => `CASE WHEN random() < 0.3 THEN 0 ELSE floor(random() * 1e4) END AS n${i}`),
    ...Array.from({ length: 4 }, (_, i) => `'k' || floor(random() * ${10 ** i * 5}) AS c${i}`),
  ];
  await write('tall.parquet', columns, 10_000_000);
  const { written, kilobytes } = await profile('tall.parquet', '--label', 'c0');
  for (const feature of written.features) {
    const other = feature.kind === 'categorical' ? feature.other : 0;
    expect(feature.counts.reduce((sum, count) => sum + count, other)).toBe(10_000_000);
  }
  expect(kilobytes).toBeLessThan(GIB_IN_KB);
});
