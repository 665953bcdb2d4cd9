import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { ExportState } from './export-state.ts';
import type { MetricsHandler } from './prometheus-endpoint.ts';

/** Whether what a service records is recorded and leaves, in sentences. */
export interface Health {
  /** `problems` if there is a sentence anywhere below. */
  readonly status: 'ok' | 'problems';
  /** Where exports go; undefined for an endpoint that Prometheus scrapes. */
  readonly exports?: {
    readonly receiver: string;
    /** Exports that arrived. */
    readonly arrived: number;
    /** Why exports fail, and since when. */
    readonly problems: readonly string[];
  };
  readonly models: readonly {
    readonly name: string;
    readonly version: string;
    /** Rows recorded. */
    readonly rows: number;
    /** What makes the numbers meaningless, as in `monitor.report()`. */
    readonly problems: readonly string[];
  }[];
}

/** The state of all models, and of their export. */
export function healthOf(monitors: readonly ModelMonitor[], state: ExportState | undefined): Health {
  const models = monitors.map((monitor) => {
    const { name, version } = monitor.profile.model;
    const { rows, problems } = monitor.report();
    return { name, version, rows, problems };
  });
  if (state === undefined) return { status: statusOf(models), models };
  const { receiver, arrived, failure } = state;
  const exports = { receiver, arrived, problems: failure === undefined ? [] : [failure] };
  return { status: statusOf([exports, ...models]), exports, models };
}

/**
 * Answers a request with the health as JSON. The status is 200 with problems too: an orchestrator that looks at it must not
 * end a service because its monitoring fails.
 */
export function healthHandlerOf(health: () => Health): MetricsHandler {
  return (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(`${JSON.stringify(health(), null, 2)}\n`);
  };
}

function statusOf(parts: readonly { readonly problems: readonly string[] }[]): Health['status'] {
  return parts.some(({ problems }) => problems.length > 0) ? 'problems' : 'ok';
}
