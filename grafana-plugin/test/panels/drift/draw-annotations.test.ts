/** @jest-environment jsdom */
import { clearDrawing, recordingContext, strokes } from '../../jsdom.ts';
import { drawAnnotations } from '../../../src/panels/drift/draw-annotations.ts';

const plot = {
  ctx: recordingContext(),
  bbox: { left: 100, top: 0, width: 100, height: 50 },
  series: [],
  valToPos: (value: number) => value,
};
const of = (from: number, to: number) => ({ from, to, text: '', tags: [], color: 'rgb(1, 2, 3)' });

beforeEach(clearDrawing);

test.each([
  ['a point is a line', of(150, 150), 1],
  ['a region has two', of(120, 180), 2],
  ['a region that began before touches the edge', of(20, 180), 2],
  ['what lies before is not drawn', of(20, 40), 0],
  ['what lies after is not drawn', of(300, 400), 0],
])('%s', (_, annotation, lines) => {
  drawAnnotations(plot, [annotation]);
  expect(strokes).toHaveLength(lines);
});
