import { FieldType, type DataFrame } from '@grafana/data';
import { badness } from '../common/badness.ts';
import { frameMeta } from '../common/frame-meta.ts';

/** The frames that are drawn, and how many are not. */
export interface WorstFrames {
  readonly frames: readonly DataFrame[];
  readonly leftOut: number;
}

/**
 * The frames with the worst values of all, in the order that they have: a chart of thousands of lines tells nobody
 * anything, and takes the browser many seconds.
 */
export function worstFrames(frames: readonly DataFrame[], most: number): WorstFrames {
  if (frames.length <= most) return { frames, leftOut: 0 };
  const worst = frames.map((frame, index) => ({ index, bad: worstOf(frame) }));
  worst.sort((a, b) => b.bad - a.bad || a.index - b.index);
  const kept = new Set(worst.slice(0, most).map(({ index }) => index));
  return { frames: frames.filter((_, index) => kept.has(index)), leftOut: frames.length - most };
}

function worstOf(frame: DataFrame): number {
  const { limits } = frameMeta(frame);
  let worst = -Infinity;
  for (const { type, values } of frame.fields) {
    if (type !== FieldType.number) continue;
    for (let i = 0; i < values.length; i++) {
      const value: unknown = values[i];
      if (typeof value === 'number') worst = Math.max(worst, badness(value, limits));
    }
  }
  return worst;
}
