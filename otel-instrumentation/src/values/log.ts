import { diag } from '@opentelemetry/api';

/** Anything with a method `warn`: the console, pino, winston. */
export interface Logger {
  warn(sentence: string): unknown;
}

interface Log {
  logger: Logger | undefined;
  readonly said: Set<string>;
}

const GLOBAL = Symbol.for('driftline.log');
const DIAG = Symbol.for('opentelemetry.js.api.1');
const process_ = globalThis as { [GLOBAL]?: Log; [DIAG]?: { readonly diag?: unknown } };

/** One log for every copy of this package in the process. */
const log = (process_[GLOBAL] ??= { logger: undefined, said: new Set() });

/** Sentences that the console is told once each; further ones are not told. */
const MOST_SENTENCES = 1000;

/** Sends warnings to `logger` from now on; undefined returns to the console. */
export function useLogger(logger: Logger | undefined): void {
  log.logger = logger;
}

/**
 * Warns the people who run the service: through OpenTelemetry's `diag` where it has a logger, and through the logger of
 * the service. Without either, the console is told, once for each sentence. Never throws.
 */
export function warn(sentence: string): void {
  const text = `driftline: ${sentence}`;
  diag.warn(text);
  try {
    if (log.logger !== undefined) log.logger.warn(text);
    else if (!diagHasLogger() && !log.said.has(text) && log.said.size < MOST_SENTENCES) {
      log.said.add(text);
      console.warn(text);
    }
  } catch {
    // A logger that throws is not worth a prediction.
  }
}

/** OpenTelemetry keeps its logger under this symbol in all releases of its API, and has no function that tells. */
export function diagHasLogger(): boolean {
  return process_[DIAG]?.diag !== undefined;
}
