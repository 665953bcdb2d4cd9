/** Bytes in use after everything unreachable is gone; needs `--expose-gc`. Typed arrays stand outside the heap. */
export function bytesInUse(): number {
  // What the first collection leaves to finalizers, the second one takes.
  for (let i = 0; i < 2; i++) globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
