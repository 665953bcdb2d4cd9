import { types } from 'node:util';

/**
 * Whether a value is an error, of whatever realm: code of another `vm` context, and a test under jest, has an `Error`
 * of its own, so that `instanceof` alone misses it. Never throws.
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
