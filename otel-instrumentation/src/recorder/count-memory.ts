/** Bytes of a count. */
const BYTES = Float64Array.BYTES_PER_ELEMENT;

/**
 * Hands out the counts of a recording, one after the other of one block. What is built by the same steps gets the same
 * numbers of the block: so two recordings of one profile and the same limits are added up number by number, and a block
 * that another thread fills is read by building its recording over it.
 */
export class CountMemory {
  /** Whether the block holds counts already, which must not be set back. */
  readonly isFilled: boolean;
  readonly #block: ArrayBufferLike | undefined;
  #length = 0;

  /** @param block - default: each count stands on its own, to measure a block or to count little */
  constructor(block?: ArrayBufferLike, isFilled = false) {
    this.#block = block;
    this.isFilled = isFilled;
  }

  /** Bytes handed out so far. */
  get bytes(): number {
    return this.#length * BYTES;
  }

  /** The next counts, all zero in a new block. */
  take(length: number): Float64Array {
    const start = this.#length;
    this.#length += length;
    return this.#block === undefined ? new Float64Array(length) : new Float64Array(this.#block, start * BYTES, length);
  }
}

/**
 * Builds something whose counts stand in one block.
 *
 * @param build - run twice: first to measure the block, by the same steps
 * @param allocate - makes a block of so many bytes; default: for this thread alone
 */
export function inOneBlock<T>(
  build: (memory: CountMemory) => T,
  allocate: (bytes: number) => ArrayBufferLike = (bytes) => new ArrayBuffer(bytes),
): { readonly built: T; readonly block: ArrayBufferLike } {
  const measured = new CountMemory();
  build(measured);
  const block = allocate(measured.bytes);
  return { built: build(new CountMemory(block)), block };
}
