import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { lineColor, lineText } from '../common/field-thresholds.ts';
import type { LineLimits } from './line-fields.ts';

/** The parts of a uPlot chart that are drawn on. */
export interface Plot {
  readonly ctx: CanvasRenderingContext2D;
  readonly bbox: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly series: ReadonlyArray<{ readonly scale?: string; readonly show?: boolean }>;
  valToPos(value: number, scale: string, canvasPixels: boolean): number;
}

const TEXT_HEIGHT = 13;
/** How much of its color the worse side of a limit has. */
const SHADE = 0.07;

/**
 * Draws each limit that is in view as a dashed line with its name, the critical one first: names never overlap. An axis
 * that several measures share, or series with different limits, has none: a line would be wrong for some of them.
 *
 * @param limits - of each series after the first, which is the time
 * @param isShaded - whether the worse side of each limit is shaded
 */
export function drawLimits(
  plot: Plot,
  limits: readonly (LineLimits | undefined)[],
  isShaded: boolean,
  theme: GrafanaTheme2,
): void {
  const scales = new Map<string, LineLimits[]>();
  limits.forEach((each, i) => {
    const { scale, show = true } = plot.series[i + 1] ?? {};
    if (scale !== undefined && show && each !== undefined) scales.set(scale, [...(scales.get(scale) ?? []), each]);
  });
  for (const [scale, all] of scales) {
    const texts = new Set(all.map((each) => JSON.stringify(each)));
    if (texts.size === 1 && all[0] !== undefined) drawLines(plot, scale, all[0], isShaded, theme);
  }
}

function drawLines(
  plot: Plot,
  scale: string,
  { lines, isBelow }: LineLimits,
  isShaded: boolean,
  theme: GrafanaTheme2,
): void {
  const { ctx, bbox } = plot;
  const ratio = window.devicePixelRatio;
  const bottom = bbox.top + bbox.height;
  const heightOf = (value: number): number => Math.round(plot.valToPos(value, scale, true));
  ctx.save();
  ctx.font = `${11 * ratio}px ${theme.typography.fontFamily}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'bottom';
  ctx.lineWidth = ratio;
  ctx.setLineDash([6 * ratio, 6 * ratio]);
  const named: number[] = [];
  // The worst limit comes first; the worse side of each ends where the next worse begins.
  let edge = isBelow ? bottom : bbox.top;
  for (const line of lines) {
    const y = heightOf(line.value);
    const color = lineColor(line, theme);
    const inView = Math.min(Math.max(y, bbox.top), bottom);
    if (isShaded) {
      ctx.fillStyle = colorManipulator.alpha(color, SHADE);
      ctx.fillRect(bbox.left, Math.min(edge, inView), bbox.width, Math.abs(edge - inView));
      edge = inView;
    }
    if (y < bbox.top || y > bottom) continue;
    ctx.strokeStyle = color;
    ctx.fillStyle = color;
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    if (named.some((other) => Math.abs(other - y) < TEXT_HEIGHT * ratio)) continue;
    ctx.fillText(lineText(line), bbox.left + 6 * ratio, y - 2 * ratio);
    named.push(y);
  }
  ctx.restore();
}
