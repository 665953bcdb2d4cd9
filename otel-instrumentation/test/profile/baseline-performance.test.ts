import { baselinePerformance } from '../../src/profile/baseline-performance.ts';
import type { Statistic } from '../../src/profile/statistics.ts';

const cell = (category: string, actual: string, count: number): Statistic => ({
  column_name: null,
  statistic: 'confusion',
  category,
  actual,
  count,
});
const CELLS = [cell('no', 'no', 50), cell('no', 'yes', 10), cell('yes', 'no', 5), cell('yes', 'yes', 35)];

test('classes have an accuracy, and with a favorable class its precision, recall and f1', () => {
  const { accuracy, balanced_accuracy: balanced } = baselinePerformance(CELLS, undefined) ?? {};
  expect(accuracy).toBeCloseTo(0.85, 12);
  expect(balanced).toBeCloseTo((50 / 55 + 35 / 45) / 2, 12);
  const { precision, recall, f1 } = baselinePerformance(CELLS, 'yes') ?? {};
  expect(precision).toBeCloseTo(35 / 40, 12);
  expect(recall).toBeCloseTo(35 / 45, 12);
  expect(f1).toBeCloseTo(70 / 85, 12);
});

test('a measure without a value is left out', () => {
  const performance = baselinePerformance([cell('no', 'no', 50), cell('no', 'yes', 10)], 'yes') ?? {};
  expect(Object.keys(performance)).not.toContain('precision');
  expect(performance['recall']).toBe(0);
});

test('errors of a regression are taken as they are', () => {
  const statistics = (['mae', 'rmse', 'bias'] as const).map((statistic, number): Statistic => ({
    column_name: null,
    statistic,
    number,
  }));
  expect(baselinePerformance(statistics, undefined)).toEqual({ mae: 0, rmse: 1, bias: 2 });
});

test('without predictions there is none', () => {
  expect(baselinePerformance([{ column_name: null, statistic: 'rows', count: 7 }], 'yes')).toBeUndefined();
});
