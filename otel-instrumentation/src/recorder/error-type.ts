const MOST_TYPES = 20;

/** Names the class of a thrown value for `error.type`; keeps to twenty names, the rest are `_OTHER`. */
export class ErrorTypes {
  readonly #seen = new Set<string>();

  nameOf(thrown: unknown): string {
    const name = classNameOf(thrown);
    if (this.#seen.has(name)) return name;
    // `_OTHER` is the fallback that OpenTelemetry's conventions give for error.type.
    if (this.#seen.size >= MOST_TYPES) return '_OTHER';
    this.#seen.add(name);
    return name;
  }
}

function classNameOf(thrown: unknown): string {
  try {
    const name = thrown instanceof Error ? thrown.name : typeof thrown;
    return typeof name === 'string' && /^[\w.$-]{1,100}$/.test(name) ? name : '_OTHER';
  } catch {
    return '_OTHER';
  }
}
