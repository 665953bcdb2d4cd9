import { types } from 'node:util';

/**
 * Whether a value is an error of any realm: code in another `vm` context, such as a test under jest, has its own `Error`,
 * which `instanceof` misses. Never throws.
 */
export function isError(value: unknown): value is Error {
  try {
    return types.isNativeError(value) || value instanceof Error;
  } catch {
    return false;
  }
}

/** The message of anything that was thrown. Never throws. */
export function messageOf(thrown: unknown): string {
  try {
    return isError(thrown) ? thrown.message : String(thrown);
  } catch {
    return 'something without a message';
  }
}
