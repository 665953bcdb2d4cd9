/** Whether a value is an array, plain or typed, of any realm. Never throws. */
export function isList(value: unknown): value is ArrayLike<unknown> {
  try {
    return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
  } catch {
    // A revoked proxy throws even when it is asked for its kind.
    return false;
  }
}
