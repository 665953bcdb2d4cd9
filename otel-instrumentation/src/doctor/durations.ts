/** Seconds of each unit of PromQL, largest first. */
const UNITS = { y: 31_536_000, w: 604_800, d: 86_400, h: 3600, m: 60, s: 1, ms: 0.001 } as const;

/** Seconds of a duration as PromQL writes it, such as `1h30m`. */
export function secondsOf(duration: string): number {
  return [...duration.matchAll(/(\d+)(ms|[smhdwy])/g)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * UNITS[unit as keyof typeof UNITS],
    0,
  );
}

/** A duration for people and PromQL, in one unit and rounded up: `25m`, `3h`, `12s`. */
export function durationText(seconds: number): string {
  if (seconds > 48 * UNITS.h) return `${Math.ceil(seconds / UNITS.d)}d`;
  if (seconds > 90 * UNITS.m) return `${Math.ceil(seconds / UNITS.h)}h`;
  if (seconds > 90) return `${Math.ceil(seconds / UNITS.m)}m`;
  return `${Math.ceil(seconds)}s`;
}
