import { isError } from '../values/thrown.ts';

const MOST_TYPES = 20;

/** Names the class of a thrown value for `error.type`: twenty names at most, `_OTHER` for the rest. */
export class ErrorTypes {
  readonly #seen = new Set<string>();

  nameOf(thrown: unknown): string {
    return this.bounded(classNameOf(thrown));
  }

  /** The same for a name that is known already. */
  bounded(name: string): string {
    if (this.#seen.has(name)) return name;
    // `_OTHER` is the fallback that OpenTelemetry's conventions give for error.type.
    if (this.#seen.size >= MOST_TYPES) return '_OTHER';
    this.#seen.add(name);
    return name;
  }
}

function classNameOf(thrown: unknown): string {
  try {
    const name = isError(thrown) ? thrown.name : typeof thrown;
    return typeof name === 'string' && /^[\w.$-]{1,100}$/.test(name) ? name : '_OTHER';
  } catch {
    return '_OTHER';
  }
}
