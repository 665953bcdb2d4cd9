import { createMonitor, ModelRegistry, type ModelMonitor } from '../src/index.ts';
import { used } from './memory.ts';
import type { Table } from './table.ts';
import { classProfile } from './workload.ts';

const WAITING = [1000, 100_000, 1_000_000];

/** Predictions that are timed together, and how often, of which the median counts. */
const CALLS = 100_000;
const TIMES = 9;

/** What a prediction costs that waits for its outcome, while as many wait as may: each new one pushes the oldest out. */
export function pendingTable(): Table {
  return {
    title: 'Recording a prediction with a UUID, which waits for its outcome',
    columns: ['waiting', 'ns', 'ns without identifier', 'ns of its outcome', 'bytes of each that waits'],
    rows: WAITING.map((waiting) => {
      const monitor = monitorOf(waiting);
      const before = used();
      for (let i = 0; i < waiting; i += 1000) record(monitor, 0, identifiers(i, Math.min(1000, waiting - i)));
      const bytes = (used() - before) / waiting;
      let next = waiting;
      const recording = median(() => {
        const ids = identifiers((next += CALLS), CALLS);
        return nanoseconds(() => record(monitor, 0, ids));
      });
      const plain = median(() => nanoseconds(() => record(monitor, CALLS)));
      const outcome = median(() => {
        const ids = identifiers((next += CALLS), Math.min(CALLS, waiting));
        record(monitor, 0, ids);
        return nanoseconds(() => recordOutcomes(monitor, ids)) * (CALLS / ids.length);
      });
      return [waiting.toLocaleString('en-US'), ...[recording, plain, outcome, bytes].map((value) => value.toFixed(0))];
    }),
  };
}

function monitorOf(maximumPending: number): ModelMonitor {
  return createMonitor(classProfile(), { registry: new ModelRegistry(), maximumPending });
}

function record(monitor: ModelMonitor, without: number, ids: readonly string[] = []): void {
  for (let i = 0; i < without; i++) monitor.record({ prediction: 'yes' });
  for (const id of ids) monitor.record({ prediction: 'yes', id });
}

function recordOutcomes(monitor: ModelMonitor, ids: readonly string[]): void {
  for (const id of ids) monitor.recordOutcome({ id, actual: 'no' });
}

/** Texts like UUIDs, as a parsed request holds them. */
function identifiers(first: number, count: number): readonly string[] {
  const hex = (number: number, digits: number): string => number.toString(16).padStart(digits, '0').slice(-digits);
  const texts = Array.from({ length: count }, (_, i) => {
    const mixed = Math.imul(first + i, 0x9e3779b1) >>> 0;
    return `${hex(mixed, 8)}-9b1d-4c6e-8f3a-${hex(first + i, 12)}`;
  });
  return JSON.parse(JSON.stringify(texts)) as string[];
}

/** Nanoseconds for each of `CALLS`, of the processor and not of the clock: a busy machine changes little. */
function nanoseconds(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return ((user + system) * 1000) / CALLS;
}

function median(measure: () => number): number {
  const values = Array.from({ length: TIMES }, measure).sort((a, b) => a - b);
  return values[Math.floor(TIMES / 2)] as number;
}
