import { TrainingTables } from '../../src/profile/training-tables.ts';

const names = (count: number): string[] => Array.from({ length: count }, (_, i) => `c${i}`);

test('columns that are compared share the first table, and the others follow in order', () => {
  const tables = new TrainingTables(names(7), ['c5', 'c2', 'not there'], 3);
  expect(tables.all.map(({ columns }) => columns)).toEqual([['c2', 'c5', 'c0'], ['c1', 'c3', 'c4'], ['c6']]);
  expect(tables.of('c6')).toBe(tables.all[2]);
  expect(tables.of(null)).toBe(tables.all[0]);
  expect(() => tables.of('c7')).toThrow('There is no column c7');
});

test('more compared columns than a table has room for make it larger', () => {
  const tables = new TrainingTables(names(5), names(4), 3);
  expect(tables.all.map(({ columns }) => columns)).toEqual([['c0', 'c1', 'c2', 'c3'], ['c4']]);
});

test('a statement reads one table, and the fewer columns the more rows there are', () => {
  const tables = new TrainingTables(names(5), ['c4'], 3);
  expect(tables.statements(names(5), 100)).toEqual([
    ['c0', 'c1', 'c4'],
    ['c2', 'c3'],
  ]);
  expect(tables.statements(names(4), 400_000)).toEqual([
    ['c0', 'c1'],
    ['c2', 'c3'],
  ]);
  expect(tables.statements(names(2), 10_000_000)).toEqual([['c0'], ['c1']]);
});
