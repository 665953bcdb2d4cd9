import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { findPromtool } from './find-store.ts';

/** Pieces of text that are sent together. */
const PIECES = 10_000;

/** One series and its samples. */
export interface SeriesHistory {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 and value, ascending. */
  readonly samples: readonly (readonly [milliseconds: number, value: number])[];
}

/**
 * Writes blocks of Prometheus's storage before it starts, because it takes no old samples later.
 *
 * @param data - folder of the storage
 */
export async function writeBlocks(data: string, history: readonly SeriesHistory[]): Promise<void> {
  const promtool = await findPromtool();
  const file = `${data}.openmetrics`;
  await mkdir(data, { recursive: true });
  await pipeline(Readable.from(chunked(openMetricsOf(history), PIECES)), createWriteStream(file));
  await promisify(execFile)(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, data]);
  await rm(file);
}

/** Sends samples to VictoriaMetrics, which takes those of any time. */
export async function importHistory(url: string, history: readonly SeriesHistory[]): Promise<void> {
  const lines = history.map(({ name, labels, samples }) =>
    JSON.stringify({
      metric: { __name__: name, ...labels },
      values: samples.map(([, value]) => value),
      timestamps: samples.map(([milliseconds]) => milliseconds),
    }),
  );
  for (const body of chunked(lines, PIECES, '\n')) {
    const response = await fetch(`${url}/api/v1/import`, { method: 'POST', body });
    if (!response.ok) throw new Error(`The store refused the series: ${await response.text()}`);
  }
  await fetch(`${url}/internal/force_flush`);
}

/** The text in pieces, because the text of many series exceeds the maximum length of a string. */
function* openMetricsOf(history: readonly SeriesHistory[]): Generator<string> {
  // Without a type, any name is valid. Samples of one name must be adjacent.
  const sorted = [...history].sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  for (const { name, labels, samples } of sorted) {
    const text = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
    for (const [milliseconds, value] of samples) {
      yield `${name}{${text.join(',')}} ${value} ${(milliseconds / 1000).toFixed(3)}\n`;
    }
  }
  yield '# EOF\n';
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function* chunked(pieces: Iterable<string>, size: number, between = ''): Generator<string> {
  let chunk: string[] = [];
  for (const piece of pieces) {
    if (chunk.push(piece) < size) continue;
    yield chunk.join(between);
    chunk = [];
  }
  if (chunk.length > 0) yield chunk.join(between);
}
