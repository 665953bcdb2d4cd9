import type { MeasureFrame } from '../compiler/frames.ts';

const LABEL = /\{\{\s*(\w+)\s*\}\}/g;

/**
 * Names series by a template as Prometheus's `{{label}}`. A label that a series does not have is left out of its name.
 *
 * @param legend - the template; the names stay as they are without one
 */
export function withLegend(frames: readonly MeasureFrame[], legend: string | undefined): readonly MeasureFrame[] {
  if (legend === undefined || legend === '') return frames;
  return frames.map((frame) => ({
    ...frame,
    name: legend.replace(LABEL, (_, label: string) => frame.labels[label] ?? ''),
  }));
}
