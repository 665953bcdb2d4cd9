import pWaitFor from 'p-wait-for';

export interface UntilOptions {
  readonly seconds?: number;
  /** Milliseconds between two looks. */
  readonly interval?: number;
}

/** Reads a value until it is accepted, and returns it; fails with what it waited for and the value it saw last. */
export async function until<T>(
  what: string,
  read: () => T | Promise<T>,
  accepted: (value: T) => boolean,
  { seconds = 30, interval = 50 }: UntilOptions = {},
): Promise<T> {
  let last: T | undefined;
  await pWaitFor(
    async () => {
      last = await read();
      return accepted(last);
    },
    {
      interval,
      timeout: {
        milliseconds: seconds * 1000,
        fallback: () => {
          throw new Error(`Waited ${seconds} s for ${what}, and saw ${JSON.stringify(last)}.`);
        },
      },
    },
  );
  return last as T;
}
