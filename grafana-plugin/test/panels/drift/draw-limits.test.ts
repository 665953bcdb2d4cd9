/** @jest-environment jsdom */
import { clearDrawing, recordingContext, strokes, texts } from '../../jsdom.ts';
import { createTheme } from '@grafana/data';
import { limitLines, limitThresholds } from '../../../src/panels/common/field-thresholds.ts';
import type { Limits } from '../../../src/panels/common/limits.ts';
import { drawLimits, type Plot } from '../../../src/panels/drift/draw-limits.ts';
import type { LineLimits } from '../../../src/panels/drift/line-fields.ts';

const theme = createTheme();
const PSI: Limits = { side: 'above', warning: 0.1, critical: 0.25 };

const of = (limits: Limits, measure = 'psi'): LineLimits => ({
  measure,
  lines: limitLines(limitThresholds(limits), limits),
  isBelow: limits.side === 'below',
});

/** A plot whose axis goes from 0 at the bottom to `top`. */
const plot = (top: number, ...series: Plot['series']): Plot => ({
  ctx: recordingContext(),
  bbox: { left: 0, top: 0, width: 400, height: 200 },
  series: [{ scale: 'x' }, ...(series.length === 0 ? [{ scale: 'y' }] : series)],
  valToPos: (value) => 200 - (value / top) * 200,
});

const draw = (on: Plot, ...limits: (LineLimits | undefined)[]): void => drawLimits(on, limits, false, theme);

beforeEach(clearDrawing);

test('draws both limits with their names', () => {
  draw(plot(1), of(PSI));
  expect(texts).toEqual(['Critical 0.25', 'Warning 0.1']);
  expect(strokes.map(({ color }) => color)).toEqual([theme.colors.error.text, theme.colors.warning.text]);
  expect(strokes.every(({ dash }) => dash.length === 2)).toBe(true);
});

test('leaves out what is not in view', () => {
  draw(plot(0.2), of(PSI));
  expect(texts).toEqual(['Warning 0.1']);
});

test('of two limits that lie close together only the critical one has a name', () => {
  draw(plot(10), of(PSI));
  expect(texts).toEqual(['Critical 0.25']);
  expect(strokes).toHaveLength(2);
});

test('regression: limits of one measure are not drawn over another on its axis', () => {
  const none: LineLimits = { measure: 'mean-shift', lines: [], isBelow: false };
  draw(plot(1, { scale: 'y' }, { scale: 'y' }), of(PSI), none);
  expect(texts).toEqual([]);
});

test('regression: limits are drawn on the axis of their own measure', () => {
  const seconds: LineLimits = { measure: 'latency-quantile', lines: [], isBelow: false };
  const heights: string[] = [];
  const on = plot(1, { scale: 's' }, { scale: 'y' });
  drawLimits(
    { ...on, valToPos: (value, scale) => (heights.push(scale), on.valToPos(value, scale, true)) },
    [seconds, of(PSI)],
    false,
    theme,
  );
  expect(texts).toEqual(['Critical 0.25', 'Warning 0.1']);
  expect(new Set(heights)).toEqual(new Set(['y']));
});

test('series with different limits have no line; what is hidden does not count, nor does noise', () => {
  const other = of({ side: 'above', critical: 0.5 });
  draw(plot(1, { scale: 'y' }, { scale: 'y' }), of(PSI), other);
  expect(texts).toEqual([]);
  draw(plot(1, { scale: 'y' }, { scale: 'y', show: false }, { scale: 'y' }), of(PSI), other, undefined);
  expect(texts).toEqual(['Critical 0.25', 'Warning 0.1']);
});

test('the worse side is shaded: above a limit, or below it', () => {
  const filled = (limits: Limits): number[][] => {
    const rects: number[][] = [];
    const on = plot(1);
    const ctx = new Proxy(on.ctx, {
      get: (target, name) =>
        name === 'fillRect' ? (...rect: number[]) => rects.push(rect) : (Reflect.get(target, name) as unknown),
    });
    drawLimits({ ...on, ctx }, [of(limits)], true, theme);
    return rects.map(([, y = NaN, , height = NaN]) => [y, y + height]);
  };
  expect(filled(PSI)).toEqual([
    [0, 150],
    [150, 180],
  ]);
  expect(filled({ side: 'below', critical: 0.8 })).toEqual([[40, 200]]);
});

test('draws nothing on a plot without values', () => {
  drawLimits({ ...plot(1), series: [{ scale: 'x' }] }, [of(PSI)], false, theme);
  expect(texts).toEqual([]);
});
