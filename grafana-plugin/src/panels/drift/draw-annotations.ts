import { colorManipulator } from '@grafana/data';
import type { Annotation } from '../common/annotations.ts';
import type { Plot } from './draw-limits.ts';

const REGION = 0.12;

/** Draws annotations over a chart: a region shaded between its ends, a point in time as a dashed line. */
export function drawAnnotations(plot: Plot, annotations: readonly Annotation[]): void {
  const { ctx, bbox } = plot;
  const right = bbox.left + bbox.width;
  const clamped = (time: number): number => Math.min(Math.max(plot.valToPos(time, 'x', true), bbox.left), right);
  ctx.save();
  ctx.lineWidth = window.devicePixelRatio;
  ctx.setLineDash([3 * window.devicePixelRatio, 3 * window.devicePixelRatio]);
  for (const { from, to, color } of annotations) {
    const [start, end] = [clamped(from), clamped(to)];
    // Those that begin or end out of view touch its edge; those that lie out of view are not drawn.
    if (plot.valToPos(to, 'x', true) < bbox.left || plot.valToPos(from, 'x', true) > right) continue;
    if (end > start) {
      ctx.fillStyle = colorManipulator.alpha(color, REGION);
      ctx.fillRect(start, bbox.top, end - start, bbox.height);
    }
    ctx.strokeStyle = color;
    for (const x of new Set([start, end])) {
      ctx.beginPath();
      ctx.moveTo(x, bbox.top);
      ctx.lineTo(x, bbox.top + bbox.height);
      ctx.stroke();
    }
  }
  ctx.restore();
}
