import { warn } from '../values/log.ts';

/** Warns once for each kind: a fault in every row must not fill the log. */
export class WarnOnce {
  readonly #warned = new Set<string>();

  /** Writes `sentence` the first time that `kind` occurs; a hundred kinds at most. */
  warn(kind: string, sentence: string): void {
    if (this.#warned.has(kind) || this.#warned.size >= 100) return;
    this.#warned.add(kind);
    warn(sentence);
  }
}
