/**
 * A hash of 64 bits in two halves, so that identifiers need not be kept. That a text has the hash of one among a million
 * others has a probability of 1 in 10¹³. It differs from process to process, and nothing is allocated.
 *
 * Each half takes pairs of UTF-16 code units by the step that xxHash32 has for four bytes (Yann Collet, xxHash fast digest
 * algorithm, version 0.1.1), one with the primes of that step and one with others of its primes.
 */
export class TextHash {
  /** Halves of the latest hash, as signed integers. */
  high = 0;
  low = 0;
  readonly #seed = (Math.random() * 2 ** 32) | 0;

  /** Computes the hash of a text. */
  take(text: string): void {
    const { length } = text;
    let high = this.#seed ^ length;
    let low = ~this.#seed ^ length;
    for (let i = 0; i < length; i += 2) {
      const pair = text.charCodeAt(i) | (i + 1 < length ? text.charCodeAt(i + 1) << 16 : 0);
      high = (high + Math.imul(pair, 0xc2b2ae3d)) | 0;
      high = Math.imul((high << 17) | (high >>> 15), 0x27d4eb2f);
      low = (low + Math.imul(pair, 0x9e3779b1)) | 0;
      low = Math.imul((low << 13) | (low >>> 19), 0x85ebca77);
    }
    this.high = avalanche(high);
    this.low = avalanche(low);
  }
}

/** Spreads each bit over all, as the end of xxHash32 does. */
function avalanche(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 15), 0x85ebca77);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae3d);
  return bits ^ (bits >>> 16);
}
