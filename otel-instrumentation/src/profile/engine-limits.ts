import { availableParallelism, totalmem } from 'node:os';

/** What the database may use. */
export interface EngineLimits {
  /** Bytes of memory; what does not fit goes to disk. */
  readonly memory: number;
  readonly threads: number;
}

const MB = 1024 * 1024;

/** Part of the machine's memory, which the machine also needs for what else runs on it. */
const SHARE = 0.25;

/** Less is too little for any statement; with more, the whole process would exceed a gigabyte. */
const LEAST = 128 * MB;
const MOST = 400 * MB;

/** Each thread holds rows of its own in memory. */
const OF_A_THREAD = 128 * MB;

/**
 * Limits that follow the machine.
 *
 * @param machine - bytes of memory that this process may use: those of its container, if there is one
 */
export function engineLimits(machine = memoryOfMachine(), processors = availableParallelism()): EngineLimits {
  const memory = Math.floor(Math.min(Math.max(SHARE * machine, LEAST), MOST));
  return { memory, threads: Math.max(1, Math.min(processors, Math.floor(memory / OF_A_THREAD))) };
}

function memoryOfMachine(): number {
  // Without a constraint it is 0, undefined or more than there is, by platform.
  const constrained = process.constrainedMemory() as number | undefined;
  const total = totalmem();
  return constrained === undefined || constrained === 0 ? total : Math.min(constrained, total);
}
