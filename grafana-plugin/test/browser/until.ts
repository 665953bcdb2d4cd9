import pWaitFor from 'p-wait-for';

/**
 * Waits until a value is as it should be.
 *
 * @throws {Error} after the time limit; it says what was waited for and the last value
 */
export async function until<T>(
  what: string,
  value: () => Promise<T>,
  reached: (value: T) => boolean,
  milliseconds = 45_000,
): Promise<T> {
  let last: T | undefined;
  const check = async (): Promise<boolean> => {
    last = await value();
    return reached(last);
  };
  await pWaitFor(check, { interval: 100, timeout: { milliseconds, fallback: () => undefined } });
  if (last === undefined || !reached(last)) {
    throw new Error(`Waited ${milliseconds} ms in vain for ${what}; the last value was ${JSON.stringify(last)}.`);
  }
  return last;
}
