import type { PanelDataSummary } from '@grafana/data';
import { frameMeta, type FrameMeta } from './frame-meta.ts';

/** Whether data hold frames of the Driftline data source that a panel draws: then it is suggested first. */
export function hasFramesOf({ rawFrames = [] }: PanelDataSummary, draws: (meta: FrameMeta) => boolean): boolean {
  return rawFrames.some((frame) => {
    const meta = frameMeta(frame);
    return meta.measure !== undefined && meta.noValues === undefined && draws(meta);
  });
}
