import type { DataFrame } from '@grafana/data';
import { DEFAULT_PSI_LIMITS } from '../common/default-limits.ts';
import { frameMeta } from '../common/frame-meta.ts';
import { overriddenLimits, type LimitOptions, type Limits } from '../common/limits.ts';

/** The limits that a panel draws: its axis has room for those of one measure, the first that has any. */
export function driftLimits(frames: readonly DataFrame[], options: LimitOptions): Limits | undefined {
  const own = frames.map(limitsOf).find((limits) => limits !== undefined);
  return overriddenLimits(own, options);
}

function limitsOf(frame: DataFrame): Limits | undefined {
  const { measure, limits } = frameMeta(frame);
  return limits ?? (measure === 'psi' ? DEFAULT_PSI_LIMITS : undefined);
}
