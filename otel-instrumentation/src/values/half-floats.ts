const { Float16Array } = globalThis as {
  readonly Float16Array?: new (bits: ArrayBufferLike, offset: number, length: number) => ArrayLike<number>;
};

/**
 * The numbers whose 16 bits an array holds, as libraries give them where `Float16Array` is younger than they are: without
 * a copy from Node 24 on, and as a `Float32Array` before.
 */
export function halfFloats(bits: Uint16Array): ArrayLike<number> {
  if (Float16Array !== undefined) return new Float16Array(bits.buffer, bits.byteOffset, bits.length);
  return Float32Array.from(bits, halfFloat);
}

/** IEEE 754 binary16: one bit of sign, five of exponent, ten of fraction. */
export function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
