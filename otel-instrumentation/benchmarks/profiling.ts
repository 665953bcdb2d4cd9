import { execFile, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Table } from './table.ts';
import { random } from './workload.ts';

const COLUMNS = 20;
const CLI = fileURLToPath(new URL('../src/commands/driftline.ts', import.meta.url));

/** Seconds and memory of `driftline profile` on a large file; `DRIFTLINE_BENCH_ROWS` sets its rows. */
export async function profilingTable(): Promise<Table> {
  const rows = Number(process.env['DRIFTLINE_BENCH_ROWS'] ?? 1_000_000);
  const folder = await mkdtemp(join(tmpdir(), 'driftline-bench-'));
  try {
    const file = join(folder, 'train.csv');
    await writeRows(file, rows);
    const counting = await secondsOf(() => promisify(execFile)('wc', ['-l', file]));
    let peak = 0;
    const profiling = await secondsOf(async () => (peak = await peakOfProfile(file, folder)));
    return {
      title: `Profile of ${(rows / 1e6).toFixed(0)} million rows of ${COLUMNS} columns, CSV`,
      columns: ['', 'seconds', 'times `wc -l`', 'peak memory, MB'],
      rows: [
        ['wc -l', counting.toFixed(2), '1', ''],
        ['driftline profile', profiling.toFixed(1), (profiling / counting).toFixed(0), peak.toFixed(0)],
      ],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** Runs the command by itself and gives the most memory that it had, in megabytes. */
async function peakOfProfile(file: string, folder: string): Promise<number> {
  const report = "process.on('exit', () => console.error('peak', process.resourceUsage().maxRSS))";
  const child = spawn(
    process.execPath,
    [
      '--conditions=driftline-source',
      '--import',
      `data:text/javascript,${encodeURIComponent(report)}`,
      CLI,
      ...['profile', file, '--model', 'benchmark', '--out', join(folder, 'profile.json')],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let printed = '';
  child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  const peak = /peak (\d+)/.exec(printed)?.[1];
  if (code !== 0 || peak === undefined) throw new Error(`The profile was not built: ${printed}`);
  return (Number(peak) * 1024) / 1e6;
}

/** Half of the columns are numbers, the others categories. */
async function writeRows(file: string, rows: number): Promise<void> {
  const next = random(7);
  const stream = createWriteStream(file);
  stream.write(`${Array.from({ length: COLUMNS }, (_, i) => `column_${i}`).join(',')}\n`);
  for (let written = 0; written < rows; written += 10_000) {
    const lines = Array.from({ length: Math.min(10_000, rows - written) }, () =>
      Array.from({ length: COLUMNS }, (_, i) =>
        i % 2 === 0 ? (next() * 1000).toFixed(3) : `category ${Math.floor(next() * 30)}`,
      ).join(','),
    );
    if (!stream.write(`${lines.join('\n')}\n`)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'close');
}
