import type { DataFrame } from '@grafana/data';
import { frameMeta } from '../common/frame-meta.ts';

/** The bars of one bin, from 0 to 1, the highest of the distribution being 1. */
export interface SmallBars {
  readonly baseline: number;
  readonly live: number;
}

/** The distribution of a series, if one of the frames holds it: by its name, which both queries give. */
export function smallBars(frames: readonly DataFrame[], name: string): SmallBars[] | undefined {
  const frame = frames.find((each) => each.name === name && frameMeta(each).show === 'distribution');
  if (frame === undefined) return undefined;
  const column = (title: string | undefined): readonly (number | null)[] =>
    (frame.fields.find((field) => field.name === title)?.values as (number | null)[] | undefined) ?? [];
  const [baseline, live] = [column(frameMeta(frame).baseline), column('Live')];
  const highest = Math.max(...[...baseline, ...live].map((share) => share ?? 0), 0);
  if (highest === 0) return undefined;
  return live.map((share, i) => ({ baseline: (baseline[i] ?? 0) / highest, live: (share ?? 0) / highest }));
}
