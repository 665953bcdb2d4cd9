import { addCounts, inOneBlock, type CountMemory } from './count-memory.ts';
import { ErrorTypes } from './error-types.ts';
import { HistogramAccumulation } from './histogram-accumulation.ts';

/**
 * Upper bounds in seconds, from half a millisecond (trees in process) to ten seconds (large models). 0.2 is the
 * default threshold, so that the share above it is exact.
 */
const BOUNDARIES = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2.5, 5, 10,
];

/** Durations have no reference: one beyond eleven days is no duration. */
const NO_REFERENCE = { mean: 0, standardDeviation: 0 };

/** Is told of a type of error when it first occurs, and of the block of its counts. */
type TypeListener = (type: string, block: ArrayBufferLike) => void;

/** How long calls took, in seconds, apart by whether and how they failed. */
export class Latency {
  /** Calls that succeeded. */
  readonly succeeded: HistogramAccumulation;
  readonly #failed = new Map<string, HistogramAccumulation>();
  /** Each type of error has a block of its own, since most never occur. */
  readonly #blocks = new Map<string, ArrayBufferLike>();
  readonly #errorTypes = new ErrorTypes();
  #listener: TypeListener | undefined;

  constructor(memory?: CountMemory) {
    this.succeeded = new HistogramAccumulation(BOUNDARIES, NO_REFERENCE, memory);
  }

  /** Calls that failed, by the class of their error, as soon as there is one; a few at most. */
  get failed(): ReadonlyMap<string, HistogramAccumulation> {
    return this.#failed;
  }

  /** The counts of each of them. */
  get blocks(): ReadonlyMap<string, ArrayBufferLike> {
    return this.#blocks;
  }

  /** Tells `listener` of each further type of error. */
  onNewType(listener: TypeListener): void {
    this.#listener = listener;
  }

  /** @param seconds - anything but a finite number that is not negative is left out */
  record(seconds: unknown): void {
    if (isDuration(seconds)) this.succeeded.add(seconds);
  }

  recordFailure(seconds: unknown, error: unknown): void {
    if (isDuration(seconds)) this.#countsOf(this.#errorTypes.nameOf(error)).add(seconds);
  }

  /** Shows the failures of one type that another thread counts. */
  show(type: string, block: ArrayBufferLike): void {
    this.#keep(type, block);
  }

  /** Adds the failures that were counted elsewhere. */
  addFailures(other: Latency): void {
    for (const [type, from] of other.blocks) {
      const name = this.#errorTypes.bounded(type);
      this.#countsOf(name);
      addCounts(new Float64Array(this.#blocks.get(name) ?? new ArrayBuffer(0)), new Float64Array(from), []);
    }
  }

  /** Sets all failures to zero. */
  clearFailures(): void {
    for (const block of this.#blocks.values()) new Float64Array(block).fill(0);
  }

  #countsOf(type: string): HistogramAccumulation {
    const known = this.#failed.get(type);
    if (known !== undefined) return known;
    const durations = this.#keep(type);
    this.#listener?.(type, this.#blocks.get(type) as ArrayBufferLike);
    return durations;
  }

  #keep(type: string, filled?: ArrayBufferLike): HistogramAccumulation {
    const build = (memory: CountMemory): HistogramAccumulation =>
      new HistogramAccumulation(BOUNDARIES, NO_REFERENCE, memory);
    const { built, block } = inOneBlock(build, filled);
    this.#failed.set(type, built);
    this.#blocks.set(type, block);
    return built;
  }
}

function isDuration(seconds: unknown): seconds is number {
  return typeof seconds === 'number' && seconds >= 0 && seconds < Infinity;
}
