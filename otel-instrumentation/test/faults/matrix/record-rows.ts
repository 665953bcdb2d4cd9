import type { ModelMonitor } from '../../../src/recorder/model-monitor.ts';

/** Records as many predictions, each with a value of one feature. */
export function recordRows(monitor: ModelMonitor, rows: number): void {
  for (let i = 0; i < rows; i++) monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.001 });
}
