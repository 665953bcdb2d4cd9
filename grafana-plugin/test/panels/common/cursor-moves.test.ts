import { movedBy } from '../../../src/panels/common/cursor-moves.ts';

const GRID = { rows: 30, columns: 4 };

test.each<[string, [number, number], [number, number]]>([
  ['ArrowRight', [1, 1], [1, 2]],
  ['ArrowLeft', [1, 0], [1, 0]],
  ['ArrowDown', [29, 1], [29, 1]],
  ['ArrowUp', [2, 1], [1, 1]],
  ['PageDown', [1, 1], [11, 1]],
  ['PageUp', [5, 1], [0, 1]],
  ['Home', [5, 2], [5, 0]],
  ['End', [5, 2], [5, 3]],
])('%s moves within the grid', (key, [row, column], [toRow, toColumn]) => {
  expect(movedBy(key, { row, column }, GRID)).toEqual({ row: toRow, column: toColumn });
});

test('the first key goes to the start, unless it names an end', () => {
  const start = { row: 0, column: 3 };
  expect(movedBy('ArrowDown', undefined, GRID, start)).toEqual(start);
  expect(movedBy('Home', undefined, GRID, start)).toEqual({ row: 0, column: 0 });
});

test('keys that lead nowhere are left to the page', () => {
  expect(movedBy('a', undefined, GRID)).toBeUndefined();
  expect(movedBy('ArrowDown', undefined, { rows: 1, columns: 4 })).toBeUndefined();
  expect(movedBy('ArrowRight', undefined, { rows: 4, columns: 1 })).toBeUndefined();
  expect(movedBy('Home', undefined, { rows: 0, columns: 0 })).toBeUndefined();
});

test('in a list, Home and End go to its ends', () => {
  expect(movedBy('End', { row: 1, column: 0 }, { rows: 5, columns: 1 })).toEqual({ row: 4, column: 0 });
  expect(movedBy('Home', { row: 3, column: 0 }, { rows: 5, columns: 1 })).toEqual({ row: 0, column: 0 });
});
