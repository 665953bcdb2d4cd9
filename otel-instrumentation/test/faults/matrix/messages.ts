/** How a process of the fault matrix exports. */
export type Export =
  | { readonly exporter: 'prometheus'; readonly port: number }
  | { readonly exporter: 'otlp-protobuf'; readonly url: string; readonly intervalMs: number };

/** What a process of the fault matrix is told on its command line. */
export interface Settings {
  /** Name of its model. */
  readonly name: string;
  readonly export: Export;
  /** Rows that each recorder records at once, before anything is exported. */
  readonly rowsAtOnce: number;
  readonly threads: number;
  /** Whether it handles SIGTERM, and ends when it is told to. */
  readonly drains: boolean;
  /** Who exports at a signal: Driftline, a handler of the service that awaits `shutdown()`, or nobody. */
  readonly atSignal: 'driftline' | 'own-handler' | 'nobody';
  /** How a batch job ends; `waits` is until a signal. */
  readonly batchEnd: 'done' | 'exit' | 'kill' | 'waits';
}

/** What a process is told while it runs. A process answers each with a reply, unless it ends by it. */
export type Command =
  | { readonly kind: 'record'; readonly rows: number }
  | { readonly kind: 'terminate-thread' }
  | { readonly kind: 'end' }
  | { readonly kind: 'exit' };

export interface Reply {
  readonly kind: 'ready' | 'done' | 'signal';
  /** Addresses of the endpoints for Prometheus, of a process that is ready. */
  readonly endpoints?: readonly string[];
}

export function settingsOf(argv: readonly string[]): Settings {
  return JSON.parse(argv[2] ?? '') as Settings;
}
