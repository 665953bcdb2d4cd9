import { confusionMatrices } from '../../../src/panels/confusion/confusion-matrix.ts';
import { measureFrame } from '../../frames.ts';
import { cellFrame, FRAMES } from './confusion-frames.ts';

test('rows are actual classes and columns predicted ones, the favorable first, at the end of the time range', () => {
  const [only, ...others] = confusionMatrices(FRAMES, 'count');
  expect(others).toEqual([]);
  expect(only).toMatchObject({ model: 'income version 1', classes: ['yes', 'no'], total: 1200 });
  expect(only?.cells.map((row) => row.map(({ count }) => count))).toEqual([
    [30, 10],
    [10, 1150],
  ]);
  expect(only?.cells[0]?.[1]).toMatchObject({ actual: 'yes', predicted: 'no', history: [5, 10] });
});

test('shares of an actual class add up in its row, those of a predicted class in its column', () => {
  const shares = (show: 'row' | 'column') =>
    confusionMatrices(FRAMES, show)[0]?.cells.map((row) => row.map(({ share = NaN }) => share));
  expect(shares('row')?.[0]).toEqual([0.75, 0.25]);
  expect(shares('column')?.map((row) => row[0])).toEqual([0.75, 0.25]);
});

test('a class that was never predicted has an empty column, without shares', () => {
  const [only] = confusionMatrices([cellFrame('a', 'b', [4]), cellFrame('a', 'a', [4])], 'column');
  expect(only?.cells.map((row) => row.map(({ count, share }) => [count, share]))).toEqual([
    [
      [4, 0.5],
      [0, undefined],
    ],
    [
      [4, 0.5],
      [0, undefined],
    ],
  ]);
});

test('a hole at the end leaves the counts before it, and versions are apart', () => {
  expect(confusionMatrices([cellFrame('a', 'a', [4, null])], 'count')[0]?.total).toBe(4);
  const two = [cellFrame('a', 'a', [4]), cellFrame('a', 'a', [5], { version: '2' })];
  expect(confusionMatrices(two, 'count').map(({ model, total }) => [model, total])).toEqual([
    ['income version 1', 4],
    ['income version 2', 5],
  ]);
});

test('other frames make no matrix', () => {
  expect(confusionMatrices([measureFrame({ measure: 'accuracy', show: 'value' }, {}, [1])], 'count')).toEqual([]);
});
