import { isBeyond, type Line } from './lines.ts';
import type { Level } from './status.ts';

/** The worst level of several lines at each of their times. */
export interface LevelsOverTime {
  readonly times: readonly number[];
  readonly levels: readonly Level[];
}

/** @param lines - of one answer, which are at the same times */
export function levelsOverTime(lines: readonly Line[]): LevelsOverTime {
  const times = lines[0]?.times ?? [];
  return { times, levels: times.map((_, index) => worstAt(lines, index)) };
}

function worstAt(lines: readonly Line[], index: number): Level {
  let worst: Level = 'unknown';
  for (const { values, limits } of lines) {
    const value = values[index];
    if (value === undefined || Number.isNaN(value) || limits === undefined) continue;
    if (isBeyond(value, limits.critical, limits.side)) return 'critical';
    if (isBeyond(value, limits.warning, limits.side)) worst = 'warning';
    else if (worst === 'unknown') worst = 'ok';
  }
  return worst;
}

/** Stretches of one level, from one time to the time at which the next begins. */
export function stretchesOf({ times, levels }: LevelsOverTime): { level: Level; from: number; to: number }[] {
  const step = times.length > 1 ? (times[1] as number) - (times[0] as number) : 0;
  const stretches: { level: Level; from: number; to: number }[] = [];
  levels.forEach((level, index) => {
    const from = times[index] as number;
    const last = stretches[stretches.length - 1];
    if (last?.level === level) last.to = from + step;
    else stretches.push({ level, from, to: from + step });
  });
  return stretches;
}
