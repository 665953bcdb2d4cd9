const DURATION = /^(\d+(ms|[smhdwy]))+$/;

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

/** Seconds of a duration as PromQL writes it; NaN for another text. */
export function secondsOf(duration: string): number {
  if (!isDuration(duration)) return NaN;
  const parts = duration.match(/\d+(ms|[smhdwy])/g) ?? [];
  return parts.reduce((sum, part) => {
    const unit = part.replace(/\d+/, '');
    return sum + Number(part.slice(0, -unit.length)) * (SECONDS[unit] as number);
  }, 0);
}
