/** @jest-environment jsdom */
import { clearDrawing, recordingContext, strokes, texts } from '../../jsdom.ts';
import { createTheme } from '@grafana/data';
import { drawLimits, type Plot } from '../../../src/panels/drift/draw-limits.ts';

const theme = createTheme();

/** A plot whose axis goes from 0 at the bottom to `top`. */
const plot = (top: number, series: Plot['series'] = [{ scale: 'x' }, { scale: 'y' }]): Plot => ({
  ctx: recordingContext(),
  bbox: { left: 0, top: 0, width: 400, height: 200 },
  series,
  valToPos: (value) => 200 - (value / top) * 200,
});

beforeEach(clearDrawing);

test('draws both limits with their names', () => {
  drawLimits(plot(1), { side: 'above', warning: 0.1, critical: 0.25 }, theme);
  expect(texts).toEqual(['Critical 0.25', 'Warning 0.1']);
  expect(strokes.map(({ color }) => color)).toEqual([theme.colors.error.text, theme.colors.warning.text]);
  expect(strokes.every(({ dash }) => dash.length === 2)).toBe(true);
});

test('leaves out what is not in view or not set', () => {
  drawLimits(plot(0.2), { side: 'above', warning: 0.1, critical: 0.25 }, theme);
  expect(texts).toEqual(['Warning 0.1']);
  clearDrawing();
  drawLimits(plot(1), { side: 'below', critical: 0.8 }, theme);
  expect(texts).toEqual(['Critical 0.8']);
});

test('of two limits that lie close together only the critical one has a name', () => {
  drawLimits(plot(10), { side: 'above', warning: 0.1, critical: 0.25 }, theme);
  expect(texts).toEqual(['Critical 0.25']);
  expect(strokes).toHaveLength(2);
});

test('draws nothing on a plot without values', () => {
  drawLimits(plot(1, [{ scale: 'x' }]), { side: 'above', critical: 0.25 }, theme);
  expect(texts).toEqual([]);
});
