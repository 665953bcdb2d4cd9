import type { DataFrame } from '@grafana/data';
import { DEFAULT_PSI_LIMITS } from '../common/default-limits.ts';
import { frameMeta } from '../common/frame-meta.ts';
import { overriddenLimits, type LimitOptions, type Limits } from '../common/limits.ts';

/** The limits of one frame, which colors go by. */
export function frameLimits(frame: DataFrame, options: LimitOptions): Limits | undefined {
  const { measure, limits } = frameMeta(frame);
  return overriddenLimits(limits ?? (measure === 'psi' ? DEFAULT_PSI_LIMITS : undefined), options);
}

/**
 * The limits that a panel draws as lines: its axis has room for those of one measure, the first that has any. Where
 * they differ between the series of that measure, as those of a share of problems do that some features have in training
 * as well, a line would be wrong for most of them: then there is none.
 */
export function driftLimits(frames: readonly DataFrame[], options: LimitOptions): Limits | undefined {
  const first = frames.find((frame) => limitsOf(frame) !== undefined);
  if (first === undefined) return overriddenLimits(undefined, options);
  const { measure } = frameMeta(first);
  const all = frames
    .filter((frame) => frameMeta(frame).measure === measure)
    .map((frame) => frameLimits(frame, options));
  return all.every((limits) => limits?.critical === all[0]?.critical && limits?.warning === all[0]?.warning)
    ? all[0]
    : undefined;
}

const limitsOf = (frame: DataFrame): Limits | undefined => frameLimits(frame, {});
