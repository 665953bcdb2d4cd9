/** How often something is timed, of which the median counts. */
export const TIMES = 9;

/** Nanoseconds for each of `calls`, of the processor and not of the clock: a busy machine changes little. */
export function nanosecondsOf(calls: number, work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return ((user + system) * 1000) / calls;
}

export function median(measure: () => number): number {
  return middle(Array.from({ length: TIMES }, measure));
}

/** The middle of some values. */
export function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}
