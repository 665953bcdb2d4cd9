/** How often something is timed, of which the median counts. */
const TIMES = 9;

/** Nanoseconds for each of `calls`, of the processor and not of the clock: a busy machine changes little. */
export function nanosecondsOf(calls: number, work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return ((user + system) * 1000) / calls;
}

export function median(measure: () => number): number {
  const values = Array.from({ length: TIMES }, measure).sort((a, b) => a - b);
  return values[Math.floor(TIMES / 2)] as number;
}
