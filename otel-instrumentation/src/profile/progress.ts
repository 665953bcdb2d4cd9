/** Receives the share of a task that is done, between 0 and 1. */
export type Progress = (share: number) => void;

/** The progress of a part of a task, which lies between two shares of it. */
export function partOf(progress: Progress, from: number, to: number): Progress {
  return (share) => progress(from + (to - from) * share);
}

/** The progress of one of several equal steps. */
export function stepOf(progress: Progress, step: number, steps: number): Progress {
  return partOf(progress, step / steps, (step + 1) / steps);
}

/** Passes on what is read of `size` bytes, and reports it. */
export function counting(size: number, progress: Progress): (chunks: AsyncIterable<Buffer>) => AsyncGenerator<Buffer> {
  return async function* (chunks) {
    let read = 0;
    for await (const chunk of chunks) {
      read += chunk.length;
      progress(Math.min(read / size, 1));
      yield chunk;
    }
  };
}
