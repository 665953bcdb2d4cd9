import { z } from 'zod';
import { startChild } from './child.ts';

/** How the metrics of a replica leave it. */
export type ReplicaOptions =
  | { readonly exporter: 'prometheus'; readonly metricsPort: number }
  | { readonly exporter: 'otlp-http' | 'otlp-protobuf'; readonly otlpUrl: string; readonly intervalMs?: number };

/** A running replica of a service. */
export interface Replica {
  readonly url: string;
  /** Ends the replica after its last export. */
  stop(): Promise<void>;
}

/**
 * Starts a replica on a free port of the loopback address, as a process of its own.
 *
 * @param script - which calls `serve`
 */
export async function startReplica(script: URL, options: ReplicaOptions): Promise<Replica> {
  const args =
    options.exporter === 'prometheus'
      ? ['--metrics-port', String(options.metricsPort)]
      : ['--otlp-url', options.otlpUrl, '--interval-ms', String(options.intervalMs ?? 1000)];
  const child = startChild(script, ['--port', '0', '--exporter', options.exporter, ...args]);
  const { url } = z.object({ url: z.string() }).parse(await child.firstLine);
  return { url, stop: child.stop };
}
