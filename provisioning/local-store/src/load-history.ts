import { execFile } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { findPromtool } from './find-store.ts';

/** One series and what it held when. */
export interface SeriesHistory {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Milliseconds since 1970 and value, ascending. */
  readonly samples: readonly (readonly [milliseconds: number, value: number])[];
}

/**
 * Writes blocks of Prometheus' own storage, before it starts: it takes no samples of the past later.
 *
 * @param data - folder of the storage
 */
export async function writeBlocks(data: string, history: readonly SeriesHistory[]): Promise<void> {
  const promtool = await findPromtool();
  const file = `${data}.openmetrics`;
  await mkdir(data, { recursive: true });
  await writeFile(file, openMetricsOf(history));
  await promisify(execFile)(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', file, data]);
  await rm(file);
}

/** Sends samples of any time to VictoriaMetrics. */
export async function importHistory(url: string, history: readonly SeriesHistory[]): Promise<void> {
  const lines = history.map(({ name, labels, samples }) =>
    JSON.stringify({
      metric: { __name__: name, ...labels },
      values: samples.map(([, value]) => value),
      timestamps: samples.map(([milliseconds]) => milliseconds),
    }),
  );
  const response = await fetch(`${url}/api/v1/import`, { method: 'POST', body: lines.join('\n') });
  if (!response.ok) throw new Error(`The store refused the series: ${await response.text()}`);
  await fetch(`${url}/internal/force_flush`);
}

function openMetricsOf(history: readonly SeriesHistory[]): string {
  // The text knows no type, so that any name will do; samples of one name have to stand together.
  const sorted = [...history].sort((a, b) => Number(a.name > b.name) - Number(a.name < b.name));
  const lines = sorted.flatMap(({ name, labels, samples }) => {
    const text = Object.entries(labels).map(([label, value]) => `${label}="${escaped(value)}"`);
    return samples.map(
      ([milliseconds, value]) => `${name}{${text.join(',')}} ${value} ${(milliseconds / 1000).toFixed(3)}`,
    );
  });
  return `${lines.join('\n')}\n# EOF\n`;
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
