import type { DataFrame } from '@grafana/data';
import { linesOf } from '../../values/lines.ts';
import { isTable, measureRows } from '../../values/measure-rows.ts';
import { versionsByTraffic } from './version-rows.ts';

/** Versions that predict, the newest first; of those that are equally old, the greatest by name. */
export function newestVersions(frames: readonly DataFrame[]): string[] {
  const first = new Map<string, number>();
  for (const { measure, labels, times, values } of linesOf(frames)) {
    const seen = times[values.findIndex((value) => value > 0)];
    if (measure === 'throughput' && seen !== undefined) first.set(labels['ml_model_version'] ?? '', seen);
  }
  return liveVersions(frames).sort((a, b) => (first.get(b) ?? 0) - (first.get(a) ?? 0) || byName(b, a));
}

/** What the newest version is held against: the busiest of the others first, and itself last. */
export function versionsAgainst(frames: readonly DataFrame[]): string[] {
  const [newest] = newestVersions(frames);
  const busiest = liveVersions(frames);
  return [...busiest.filter((version) => version !== newest), ...busiest.filter((version) => version === newest)];
}

/** Versions that have predicted in the window, the busiest first. */
function liveVersions(frames: readonly DataFrame[]): string[] {
  return versionsByTraffic(measureRows(frames.filter(isTable)).filter(({ measure }) => measure === 'throughput'));
}

const byName = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });
