import { isMainThread } from 'node:worker_threads';

/** Bytes of a count. */
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/** Numbers that stand in an array with others. */
export interface Place {
  readonly numbers: Float64Array;
  /** Position of the first one. */
  readonly at: number;
}

/**
 * Hands out the counts of a recording, one after the other of one block. What is built by the same steps gets the same
 * numbers of the block: so two recordings of one profile and the same limits are added up number by number, and a block
 * that another thread fills is read by building its recording over it.
 *
 * A row reads and writes a few numbers of every feature. A service does much else between two rows, so what they cost is
 * mostly what has left the processor's caches: the numbers of all features stand in two arrays, not in many.
 */
export class CountMemory {
  /** Positions of smallest values; the largest value follows each. */
  readonly extremes: number[] = [];
  readonly #counts: Float64Array | undefined;
  readonly #constants: Float64Array | undefined;
  readonly #isFilled: boolean;
  #length = 0;
  #kept = 0;

  /**
   * @param block - default: what is handed out stands on its own, to measure a block or to count little
   * @param constants - how many numbers are kept
   * @param isFilled - whether the block holds counts already, which must not be set back
   */
  constructor(block?: ArrayBufferLike, constants = 0, isFilled = false) {
    if (block !== undefined) {
      this.#counts = new Float64Array(block);
      this.#constants = new Float64Array(constants);
    }
    this.#isFilled = isFilled;
  }

  /** Bytes of the counts handed out so far. */
  get bytes(): number {
    return this.#length * BYTES;
  }

  /** Numbers kept so far. */
  get kept(): number {
    return this.#kept;
  }

  /** The next counts, all zero in a new block. */
  take(length: number): Float64Array {
    const { numbers, at } = this.#place(length);
    return numbers.subarray(at, at + length);
  }

  /** The next counts, of which the last two are the smallest and the largest value: infinite while there is none. */
  placeWithExtremes(length: number): Place {
    const place = this.#place(length);
    this.extremes.push(this.#length - 2);
    if (!this.#isFilled) forgetExtremes(place.numbers, place.at + length - 2);
    return place;
  }

  /** Numbers that values are compared with. They never change, and are not in the block. */
  keep(values: readonly number[]): Place {
    const at = this.#kept;
    this.#kept += values.length;
    if (this.#constants === undefined) return { numbers: Float64Array.from(values), at: 0 };
    this.#constants.set(values, at);
    return { numbers: this.#constants, at };
  }

  #place(length: number): Place {
    const at = this.#length;
    this.#length += length;
    return this.#counts === undefined ? { numbers: new Float64Array(length), at: 0 } : { numbers: this.#counts, at };
  }
}

/** What {@link inOneBlock} built, and where its counts stand. */
interface InOneBlock<T> {
  readonly built: T;
  readonly block: ArrayBufferLike;
  /** Positions in the block of smallest values; the largest value follows each. */
  readonly extremes: readonly number[];
}

/**
 * Builds something whose counts stand in one block. That of a worker thread is in shared memory.
 *
 * @param build - run twice for a new block: first to measure it, by the same steps
 * @param filled - a block that was filled elsewhere; default: a new one
 * @throws {RangeError} for a filled block of another size
 */
export function inOneBlock<T>(build: (memory: CountMemory) => T, filled?: ArrayBufferLike): InOneBlock<T> {
  const measured = new CountMemory();
  build(measured);
  if (filled !== undefined && filled.byteLength !== measured.bytes) {
    throw new RangeError(
      'The counts of another thread are laid out in another way: use one version of @driftline/otel.',
    );
  }
  const block = filled ?? newBlock(measured.bytes);
  const memory = new CountMemory(block, measured.kept, filled !== undefined);
  return { built: build(memory), block, extremes: memory.extremes };
}

/** Adds the counts of a block to those of another one of the same layout. */
export function addCounts(
  into: Float64Array,
  from: Float64Array,
  extremes: readonly number[],
  withExtremes = true,
): void {
  const kept = extremes.map((at): readonly [number, number] => {
    const [min, max] = [into[at] as number, into[at + 1] as number];
    if (!withExtremes) return [min, max];
    return [Math.min(min, from[at] as number), Math.max(max, from[at + 1] as number)];
  });
  for (let i = 0; i < into.length; i++) into[i] = (into[i] as number) + (from[i] as number);
  extremes.forEach((at, i) => into.set(kept[i] ?? [], at));
}

/** Sets the smallest and the largest value back to none. */
export function forgetExtremes(counts: Float64Array, at: number): void {
  counts[at] = Infinity;
  counts[at + 1] = -Infinity;
}

/**
 * A block that the main thread may read while a worker thread counts in it, and after the worker was terminated.
 *
 * No race can lose a count: a block has one writer, its own thread, so no increment meets another one. The main thread
 * only reads, whole numbers of 64 bits at aligned addresses, which the processors that Node supports read in one piece.
 * At worst it sees a number of a moment ago, and the next export has the rest. Counts never decrease, so neither does a
 * sum over blocks.
 */
export function newBlock(bytes: number): ArrayBufferLike {
  return isMainThread ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}
