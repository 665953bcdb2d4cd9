const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** Seconds of a PromQL duration of one unit, such as `15m`; NaN for another text. */
export function durationSeconds(text: string): number {
  const [, count, unit = ''] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  return Number(count) * (SECONDS[unit] ?? NaN);
}
