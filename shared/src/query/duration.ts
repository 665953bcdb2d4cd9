const PART = /(\d+)(ms|[smhdwy])/g;
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

/** Length of a PromQL duration in seconds; NaN for any other text. */
export function secondsOf(duration: string): number {
  if (!isDuration(duration)) return NaN;
  let seconds = 0;
  for (let part = PART.exec(duration); part !== null; part = PART.exec(duration)) {
    seconds += Number(part[1]) * (SECONDS[part[2] as string] as number);
  }
  return seconds;
}
