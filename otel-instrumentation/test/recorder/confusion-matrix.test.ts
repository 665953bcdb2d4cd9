import { ConfusionMatrix } from '../../src/recorder/confusion-matrix.ts';

const classes = Array.from({ length: 100 }, (_, i) => `c${i}`);

test('a hundred classes keep their labels over all', () => {
  const matrix = new ConfusionMatrix(classes, { limit: 100, maximumCells: 11_000 });
  expect([matrix.labels.length, matrix.cells.length]).toEqual([101, 101 ** 2 + 1]);
});

test('beyond the bound on cells the first classes and the favorable one keep their labels', () => {
  const matrix = new ConfusionMatrix(classes, { limit: 100, maximumCells: 11_000, copies: 200, keep: 'c99' });
  expect(matrix.labels).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c99', 'other'].slice(-matrix.labels.length));
  expect(matrix.cells.length * 200).toBeLessThanOrEqual(11_000);
  expect([0, 99, -1].map((known) => matrix.isMerged(known))).toEqual([true, false, false]);
});

test('merged classes are right where they are equal, and only there', () => {
  const matrix = new ConfusionMatrix(classes, { limit: 100, maximumCells: 12, copies: 1 });
  const cell = (predicted: number, actual: number) => matrix.cells[matrix.cellOf(predicted, actual)];
  expect(matrix.labels).toEqual(['c0', 'c1', 'other']);
  expect([cell(50, 50), cell(50, 51), cell(1, 50)]).toEqual([
    ['other', 'other'],
    ['other', 'another class'],
    ['c1', 'other'],
  ]);
});

test('one class keeps its label, however many groups there are', () => {
  expect(new ConfusionMatrix(classes, { limit: 100, maximumCells: 10, copies: 1e6 }).labels).toEqual(['c0', 'other']);
});
