import { createMonitor, ModelRegistry, type ModelMonitor } from '../src/index.ts';
import { median, nanosecondsOf } from './cpu-time.ts';
import { used } from './memory.ts';
import type { Table } from './table.ts';
import { classProfile } from './workload.ts';

const WAITING = [1000, 100_000, 1_000_000];

/** Predictions that are timed together. */
const CALLS = 100_000;

const nanoseconds = (work: () => void): number => nanosecondsOf(CALLS, work);

/** What a prediction costs that waits for its outcome, while as many wait as may: each new one pushes the oldest out. */
export function pendingTable(): Table {
  return {
    title: 'Recording a prediction with a UUID, which waits for its outcome',
    columns: ['waiting', 'ns', 'without identifier', 'in a Map', 'its outcome', 'bytes of each that waits'],
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
      const remember = withMap(waiting);
      const peer = median(() => {
        const ids = identifiers((next += CALLS), CALLS);
        return nanoseconds(() => remember(ids));
      });
      const outcome = median(() => {
        let sum = 0;
        for (let left = CALLS; left > 0; left -= waiting) {
          const ids = identifiers((next += CALLS), Math.min(left, waiting));
          record(monitor, 0, ids);
          sum += nanoseconds(() => recordOutcomes(monitor, ids));
        }
        return sum;
      });
      return [
        waiting.toLocaleString('en-US'),
        ...[recording, plain, peer, outcome, bytes].map((value) => value.toFixed(0)),
      ];
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

/** Remembers identifiers in a `Map` of JavaScript, which is told the oldest one and counts nothing. */
function withMap(waiting: number): (ids: readonly string[]) => void {
  const queue = [...identifiers(0, waiting)];
  const map = new Map(queue.map((id) => [id, { prediction: 1, since: performance.now() }]));
  let oldest = 0;
  return (ids) => {
    for (const id of ids) {
      map.delete(queue[oldest] as string);
      map.set(id, { prediction: 1, since: performance.now() });
      queue[oldest] = id;
      oldest = (oldest + 1) % waiting;
    }
  };
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
