import { labelCounts } from '../../src/profile/label-counts.ts';
import type { Statistic } from '../../src/profile/statistics.ts';

const cell = (category: string, actual: string, count: number): Statistic => ({
  column_name: null,
  statistic: 'confusion',
  category,
  actual,
  count,
});

test('labels are counted over all predictions, in the order of the classes', () => {
  const cells = [cell('no', 'no', 50), cell('no', 'yes', 10), cell('yes', 'no', 5), cell('yes', 'yes', 35)];
  expect(labelCounts(cells, { classes: ['yes', 'no'], labels: 'number' })).toEqual([45, 55]);
});

test('one class in two spellings is one, and what is no class is left out', () => {
  const cells = [cell('1', '1.0', 3), cell('1', '1', 4), cell('0', 'other', 5)];
  expect(labelCounts(cells, { classes: ['0', '1'], labels: 'number' })).toEqual([0, 7]);
});

test('without predictions there are none', () => {
  expect(labelCounts([], { classes: ['0', '1'], labels: 'number' })).toBeUndefined();
});
