/** Takes the place of a field whose getter or proxy threw: no number and no category, so it counts as invalid. */
const UNREADABLE: unique symbol = Symbol('unreadable');

/** A field of anything at all; what is no object has no fields. Never throws. */
export function readField(source: unknown, field: string): unknown {
  if (typeof source !== 'object' || source === null) return undefined;
  try {
    return (source as Record<string, unknown>)[field];
  } catch {
    return UNREADABLE;
  }
}
