import { lineFor, linesOf, sinceOf } from '../../../src/pages/values/lines.ts';
import { levelsOverTime, stretchesOf } from '../../../src/pages/values/status-over-time.ts';
import { lineFrame, madeUpRow, tableOf } from '../made-up-rows.ts';

const LIMITS = { side: 'above', warning: 0.1, critical: 0.25 };
const MINUTE = 60_000;

const lineOf = (values: readonly (number | null)[], limits: object = LIMITS) =>
  linesOf([
    lineFrame({
      refId: 'A',
      measure: 'psi',
      labels: { ml_feature_name: 'age', ml_model_version: '2' },
      values,
      limits,
    }),
  ]);

test.each([
  [[0.05, 0.3, 0.05, 0.3, 0.31], 3 * MINUTE],
  [[0.05, 0.3, null, 0.31], MINUTE],
  [[0.3, 0.3, null], 0],
  [[0.05, 0.15, 0.2], MINUTE],
  // Critical again: since it is, not since the warning.
  [[0.05, 0.15, 0.3], 2 * MINUTE],
  [[0.3, 0.05], undefined],
  [[null, null], undefined],
])('%p is beyond its limit since %p', (values, since) => {
  expect(sinceOf(lineOf(values)[0] as never)).toBe(since);
});

test('a line without limits is never beyond them', () => {
  expect(sinceOf(lineOf([9], {})[0] as never)).toBeUndefined();
});

test('the line of a row is that of its feature and version; tables are no lines', () => {
  const lines = [...lineOf([0.1]), ...linesOf([tableOf('T', [{ measure: 'psi', value: 1 }])])];
  expect(lines).toHaveLength(1);
  expect(lineFor(lines, madeUpRow({ feature: 'age', version: '2' }))).toBe(lines[0]);
  expect(lineFor(lines, madeUpRow({ feature: 'age', version: '1' }))).toBeUndefined();
});

test('an area is as bad as its worst line, in stretches', () => {
  const lines = [...lineOf([0.05, 0.3, 0.3, null]), ...lineOf([0.05, 0.05, 0.15, null])];
  expect(stretchesOf(levelsOverTime(lines))).toEqual([
    { level: 'ok', from: 0, to: MINUTE },
    { level: 'critical', from: MINUTE, to: 3 * MINUTE },
    { level: 'unknown', from: 3 * MINUTE, to: 4 * MINUTE },
  ]);
  expect(stretchesOf(levelsOverTime([]))).toEqual([]);
});
