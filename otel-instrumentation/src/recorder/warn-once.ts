import { diag } from '@opentelemetry/api';

/** Sentences through OpenTelemetry's `diag`, each kind once: a fault in every row must not fill the log. */
export class WarnOnce {
  readonly #said = new Set<string>();

  /** Says `sentence` the first time that `kind` comes up. Holds at most a hundred kinds. */
  warn(kind: string, sentence: string): void {
    if (this.#said.has(kind) || this.#said.size >= 100) return;
    this.#said.add(kind);
    diag.warn(`driftline: ${sentence}`);
  }
}
