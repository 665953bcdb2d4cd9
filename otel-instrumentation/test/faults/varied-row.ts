import type { ModelMonitor } from '../../src/recorder/model-monitor.ts';

/**
 * Records a row in which everything varies: values, categories and groups that the profile does not know, and an
 * identifier that gets its outcome in every second row only.
 */
export function recordVariedRow(monitor: ModelMonitor, row: number): void {
  const id = `id ${row}`;
  const known = row % 3 !== 0;
  monitor.record({
    id,
    features: { age: (row * 7) % 200, work: known ? 'State' : `work ${row}`, sex: known ? 'Female' : `sex ${row}` },
    prediction: row % 5 === 0 ? `class ${row}` : 'yes',
    durationSeconds: 0.001,
  });
  if (row % 2 === 0) monitor.recordOutcome({ id, actual: 'no' });
}
