/** Units from the largest to the smallest, each at most once. */
const DURATION = /^(?=\d)(\d+y)?(\d+w)?(\d+d)?(\d+h)?(\d+m)?(\d+s)?(\d+ms)?$/;

const SECONDS: Readonly<Record<string, number>> = {
  ms: 0.001,
  s: 1,
  m: 60,
  h: 3600,
  d: 86_400,
  w: 604_800,
  y: 31_536_000,
};

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
    return sum + Number(part.slice(0, -unit.length)) * (SECONDS[unit] as number);
  }, 0);
}
