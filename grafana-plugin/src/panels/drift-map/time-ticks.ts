const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000] as const;
const STEPS = [
  ...[1, 5, 15, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 30, 90, 365].map((count) => count * DAY),
];

/** Round times of a range, and how they are written. */
export interface TimeTicks {
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  readonly format: string;
}

/**
 * Round times from `from` to `to`, at most `most` of them.
 *
 * @param offset - milliseconds by which clocks of the time zone are ahead of UTC
 */
export function timeTicks(from: number, to: number, most: number, offset: number): TimeTicks {
  const step = STEPS.find((each) => (to - from) / each <= most) ?? (to - from) / most;
  const times: number[] = [];
  for (let time = Math.ceil((from + offset) / step) * step - offset; time <= to; time += step) times.push(time);
  const format = step < MINUTE ? 'HH:mm:ss' : step >= DAY ? 'MM/DD' : to - from > DAY ? 'MM/DD HH:mm' : 'HH:mm';
  return { times, format };
}
