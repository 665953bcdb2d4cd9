import type { ReferenceProfile } from '@driftline/shared';
import { createMonitor, ModelRegistry } from '../src/index.ts';
import type { Table } from './table.ts';
import { columnsOf, numericProfile, numericRows } from './workload.ts';

const MILLION = 1_000_000;
const MODELS = 200;
const FEATURES = 100;
const NARROW = 10;

/** Bytes that a feature occupies, and bytes that each row leaves for the garbage collector. */
export function memoryTable(): Table {
  return {
    title: 'Memory',
    columns: ['', 'bytes'],
    rows: [
      ['a numeric feature of 11 bins, its reference included', bytesOfFeature().toFixed(0)],
      ...[
        [`allocated for a row of ${NARROW} whole numbers`, byRow(Math.round)] as const,
        [`allocated for a row of ${NARROW} fractions`, byRow((value) => value)] as const,
        ['allocated by only reading these fractions by their names', byReading()] as const,
        [`allocated for a row of ${NARROW} fractions, in columns of 1,000`, byColumn()] as const,
      ].map(([name, bytes]) => [name, bytes.toFixed(1)]),
    ],
  };
}

/** Bytes in use after everything unreachable is gone; typed arrays stand outside the heap. */
export function used(): number {
  if (globalThis.gc === undefined) throw new Error('Memory can be measured with `node --expose-gc` only.');
  for (let i = 0; i < 3; i++) globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

function bytesOfFeature(): number {
  const registry = new ModelRegistry();
  // As a service has it: parsed from a file, so that every profile is its own.
  const text = JSON.stringify(numericProfile(FEATURES));
  const add = (name: string): void => {
    createMonitor({ ...(JSON.parse(text) as ReferenceProfile), model: { name, version: '1' } }, { registry });
  };
  add('warm-up');
  const before = used();
  for (let i = 0; i < MODELS; i++) add(`model ${i}`);
  const bytes = (used() - before) / (MODELS * FEATURES);
  if (registry.monitors.length !== MODELS + 1) throw new Error('A model was lost.');
  return bytes;
}

function narrowRows(change: (value: number) => number): Record<string, number>[] {
  return numericRows(NARROW, 1000).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, change(value)])),
  );
}

const narrowMonitor = () => createMonitor(numericProfile(NARROW), { registry: new ModelRegistry() });

function byRow(change: (value: number) => number): number {
  const monitor = narrowMonitor();
  // As JSON of a request is parsed.
  const observations = narrowRows(change).map((row) => ({ features: JSON.parse(JSON.stringify(row)) as object }));
  return allocatedPerRow(1, (call) => monitor.record(observations[call % 1000] as { features: object }));
}

function byReading(): number {
  const rows = narrowRows((value) => value).map((row) => JSON.parse(JSON.stringify(row)) as Record<string, number>);
  const names = Object.keys(rows[0] ?? {});
  const into = new Float64Array(NARROW);
  return allocatedPerRow(1, (call) => {
    const row = rows[call % 1000] as Record<string, number>;
    for (let i = 0; i < NARROW; i++) into[i] = row[names[i] as string] as number;
  });
}

function byColumn(): number {
  const monitor = narrowMonitor();
  const features = columnsOf(narrowRows((value) => value));
  return allocatedPerRow(1000, () => monitor.recordBatch({ features }));
}

/** What a million rows leave on the heap, a row, after everything has been compiled. */
function allocatedPerRow(rowsPerCall: number, record: (call: number) => void): number {
  const calls = MILLION / rowsPerCall;
  // In parts, because the collector would take away what is to be counted.
  const parts = 20;
  let bytes = 0;
  for (let part = -parts; part < parts; part++) {
    used();
    const before = process.memoryUsage().heapUsed;
    for (let call = 0; call < calls / parts; call++) record(call);
    if (part >= 0) bytes += process.memoryUsage().heapUsed - before;
  }
  return bytes / MILLION;
}
