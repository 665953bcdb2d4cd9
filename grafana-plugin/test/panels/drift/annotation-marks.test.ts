import { annotationMarks } from '../../../src/panels/drift/annotation-marks.ts';

const SCALE = { min: 1000, max: 2000, width: 100 };
const of = (from: number, to = from) => ({ from, to, text: `${from}`, tags: [], color: 'red' });

const placed = (...annotations: ReturnType<typeof of>[]): unknown[] =>
  annotationMarks(annotations, SCALE).map(({ annotation, left, width, lane }) => [annotation.text, left, width, lane]);

test('a region has its own width, a point one that can be hit', () => {
  expect(placed(of(1200, 1600), of(1800))).toEqual([
    ['1200', 20, 40, 0],
    ['1800', 76, 8, 0],
  ]);
});

test('what is out of view has none, and what begins or ends there touches the edge', () => {
  expect(placed(of(100, 900), of(500, 1100), of(1900, 3000), of(2500))).toEqual([
    ['500', 0, 10, 0],
    ['1900', 90, 10, 0],
  ]);
});

test('a point at an edge stays within the chart', () => {
  expect(placed(of(1000), of(2000))).toEqual([
    ['1000', 0, 8, 0],
    ['2000', 92, 8, 0],
  ]);
});

test('marks that would cover each other stand in lanes, which are free again afterward', () => {
  expect(placed(of(1600, 1700), of(1100, 1500), of(1200, 1300))).toEqual([
    ['1100', 10, 40, 0],
    ['1200', 20, 10, 1],
    ['1600', 60, 10, 0],
  ]);
});
