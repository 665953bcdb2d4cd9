import { METRICS } from '../../src/conventions/metrics.ts';
import { metricsTable } from '../../src/docs/metrics-table.ts';

const ROWS = metricsTable()
  .split('\n')
  .filter((line) => line.startsWith('| `'));

test('every metric of the catalog has one row of six cells', () => {
  expect(ROWS.map((row) => /^\| `([^`]+)` /.exec(row)?.[1])).toEqual(Object.values(METRICS).map(({ name }) => name));
  for (const row of ROWS) expect(row.split(/(?<!\\)\|/)).toHaveLength(8);
});

test('a row says how a metric is recorded', () => {
  expect(ROWS).toContain(
    '| `ml.prediction.duration` | histogram | `s` | `ml.model.name`, `ml.model.version`, `error.type` | ' +
      'Time that one prediction took | `ml_prediction_duration(_seconds)?_(bucket\\|count\\|sum)` |',
  );
});

test('a metric in the unit of the data has an empty unit', () => {
  expect(ROWS.find((row) => row.startsWith('| `ml.feature.value` |'))).toMatch(
    /^\| `ml\.feature\.value` \| histogram \|\s+\| /,
  );
});
