import type { ReferenceProfile } from '@driftline/shared';
import { createMonitor } from '../models/create-monitor.ts';
import { ModelRegistry } from '../models/model-registry.ts';
import { DriftlineProducer } from '../producer/driftline-producer.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { OutcomeBatch } from '../recorder/outcome-batch.ts';
import { startMetrics, type Metrics } from '../setup/start-metrics.ts';
import { outcomesOf } from './outcome-producer.ts';
import { PushError } from './push-error.ts';

export interface PushOptions {
  readonly exporter: 'otlp-http' | 'otlp-protobuf';
  /** Full URL of the receiver; default: the `OTEL_EXPORTER_OTLP_*` variables. */
  readonly url?: string | undefined;
  readonly serviceName?: string | undefined;
}

/**
 * How often the counts are sent. Prometheus extrapolates an increase by half of the mean distance of its samples, so ten
 * after the zero make it at most 5 % too high. VictoriaMetrics does not, and every share is right in both.
 */
const SENDINGS = 10;

/** The longest that a timer can wait: only we decide when to export. */
const NEVER_MS = 2 ** 31 - 1;

/**
 * Counts outcomes and pushes them: every series once at zero, so that a store sees the increase, and then the counts. Each
 * push is an instance of its own, since counts of one instance must not fall.
 *
 * @returns the monitor that counted
 * @throws {PushError} when the receiver does not take them
 */
export async function pushOutcomes(
  profile: ReferenceProfile,
  batches: AsyncIterable<OutcomeBatch>,
  { exporter, url, serviceName }: PushOptions,
): Promise<ModelMonitor> {
  const registry = new ModelRegistry();
  const metrics = await startMetrics(
    {
      exporter,
      intervalMs: NEVER_MS,
      handleSignals: false,
      // What goes wrong is said once, by the error, and what was counted by the command.
      logger: { warn: () => undefined },
      ...(url === undefined ? {} : { url }),
      ...(serviceName === undefined ? {} : { serviceName }),
    },
    outcomesOf(new DriftlineProducer(registry)),
  );
  try {
    const monitor = createMonitor(profile, { registry });
    await arrive(metrics, () => metrics.meterProvider.forceFlush());
    for await (const batch of batches) monitor.recordOutcomes(batch);
    await arrive(metrics, async () => {
      for (let sending = 1; sending < SENDINGS; sending++) await metrics.meterProvider.forceFlush();
      // The last one. Counts that arrive with it only have arrived all the same.
      await metrics.shutdown();
    });
    return monitor;
  } finally {
    await metrics.shutdown();
  }
}

/** @throws {PushError} unless an export arrives while `push` runs */
async function arrive({ exports }: Metrics, push: () => Promise<void>): Promise<void> {
  const before = exports?.arrived;
  try {
    await push();
  } catch {
    // The state of exports has the reason.
  }
  if (exports === undefined || exports.arrived !== before) return;
  throw new PushError(
    `No outcome was pushed, ${exports.receiver} does not take it (${exports.reason ?? 'no answer'}): check the address ` +
      '(--url, or OTEL_EXPORTER_OTLP_ENDPOINT) and that the receiver runs, and start again.',
  );
}
