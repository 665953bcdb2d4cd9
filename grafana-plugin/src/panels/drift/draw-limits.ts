import type { GrafanaTheme2 } from '@grafana/data';
import type { Limits } from '../common/limits.ts';

/** The parts of a uPlot chart that are drawn on. */
export interface Plot {
  readonly ctx: CanvasRenderingContext2D;
  readonly bbox: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly series: ReadonlyArray<{ readonly scale?: string }>;
  valToPos(value: number, scale: string, canvasPixels: boolean): number;
}

const TEXT_HEIGHT = 13;

/** Draws each limit that is in view as a dashed line with its name, the critical one first: names never overlap. */
export function drawLimits(plot: Plot, { warning, critical }: Limits, theme: GrafanaTheme2): void {
  // The first series is the time.
  const scale = plot.series[1]?.scale;
  if (scale === undefined) return;
  const { ctx, bbox } = plot;
  const ratio = window.devicePixelRatio;
  ctx.save();
  ctx.font = `${11 * ratio}px ${theme.typography.fontFamily}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = ratio;
  ctx.setLineDash([6 * ratio, 6 * ratio]);
  const named: number[] = [];
  const drawLimit = (value: number | undefined, name: string, color: string): void => {
    if (value === undefined) return;
    const y = Math.round(plot.valToPos(value, scale, true));
    if (y < bbox.top || y > bbox.top + bbox.height) return;
    ctx.strokeStyle = color;
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    if (named.some((other) => Math.abs(other - y) < TEXT_HEIGHT * ratio)) return;
    ctx.fillText(`${name} ${value}`, bbox.left + 6 * ratio, y - 2 * ratio);
    named.push(y);
  };
  drawLimit(critical, 'Critical', theme.colors.error.text);
  drawLimit(warning, 'Warning', theme.colors.warning.text);
  ctx.restore();
}
