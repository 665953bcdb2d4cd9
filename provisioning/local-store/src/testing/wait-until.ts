import { inspect } from 'node:util';
import pWaitFor from 'p-wait-for';

/**
 * Looks again and again until a value holds. A look that throws counts as one that does not hold, since what is waited
 * for may not answer yet.
 *
 * @param what - what is waited for, for the message
 * @returns the first value that holds
 * @throws {Error} with the value or the error that was seen last, when the time is over
 */
export async function waitUntil<T>(
  what: string,
  look: () => Promise<T> | T,
  holds: (value: T) => boolean,
  seconds = 60,
): Promise<T> {
  let seen: unknown;
  const hold = async () => {
    try {
      const value = await look();
      seen = value;
      return holds(value) && pWaitFor.resolveWith(value);
    } catch (error) {
      seen = error;
      return false;
    }
  };
  const fallback = (): never => {
    throw new Error(`Waited ${seconds} s for ${what}. Last seen: ${inspect(seen)}`);
  };
  return pWaitFor(hold, { interval: 100, timeout: { milliseconds: seconds * 1000, fallback } });
}
