/** Replaces a field whose getter or proxy throws: neither a number nor a category, so it counts as invalid. */
const UNREADABLE: unique symbol = Symbol('unreadable');

/** A field of any value; undefined if the value is not an object. Never throws. */
export function readField(source: unknown, field: PropertyKey): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  try {
    return (source as Record<PropertyKey, unknown>)[field];
  } catch {
    return UNREADABLE;
  }
}
