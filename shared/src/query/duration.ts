/** Units from the largest to the smallest, each at most once. */
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;

const SECONDS = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
} as const;

/** Whether a text is a duration as PromQL writes it, such as `5m` or `1h30m`. */
export function isDuration(text: string): boolean {
  return DURATION.test(text);
}

/** Whether a text is a duration over which something can be counted: not `0m`. */
export function isWindow(text: string): boolean {
  return secondsOf(text) > 0;
}

/** Seconds of a duration as PromQL writes it; NaN for another text. */
export function secondsOf(duration: string): number {
  if (!isDuration(duration)) return NaN;
  const parts = duration.match(/\d+(ms|[smhdwy])/g) ?? [];
  return parts.reduce((sum, part) => {
    const unit = part.replace(/\d+/, '');
    return sum + Number(part.slice(0, -unit.length)) * SECONDS[unit as keyof typeof SECONDS];
  }, 0);
}

/** A duration for people and PromQL, in one unit and rounded up: `25m`, `3h`, `12s`. */
export function durationText(seconds: number): string {
  const { d, h, m } = SECONDS;
  if (seconds > 48 * h) return `${Math.ceil(seconds / d)}d`;
  if (seconds > 90 * m) return `${Math.ceil(seconds / h)}h`;
  if (seconds > 90) return `${Math.ceil(seconds / m)}m`;
  return `${Math.ceil(seconds)}s`;
}
