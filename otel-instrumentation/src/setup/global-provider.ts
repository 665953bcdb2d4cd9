import { metrics } from '@opentelemetry/api';
import { attachProducer } from '../producer/attach-producer.ts';
import { workerRecordings } from '../models/worker-recordings.ts';
import { defaultProducer } from '../producer/driftline-producer.ts';
import { warn } from '../values/log.ts';

/** Milliseconds between two looks for a MeterProvider, and looks until its absence is said. */
const LOOK_MS = 500;
const LOOKS_UNTIL_SAID = 60;

let looking: NodeJS.Timeout | undefined;

/**
 * Hands the metrics of all models to the global MeterProvider, now or as soon as there is one: a service may create its
 * monitors before it starts its OpenTelemetry SDK. A service that gave `defaultProducer` to a reader is left alone.
 */
export function exportThroughGlobalProvider(): void {
  workerRecordings.listen();
  if (looking !== undefined || isExported()) return;
  let looks = 0;
  looking = setInterval(() => {
    if (isExported()) stop();
    else if (++looks === LOOKS_UNTIL_SAID) {
      warn(
        'no metric leaves this process: it has no MeterProvider of the OpenTelemetry SDK. Call `startDriftline`, or give ' +
          '`defaultProducer` to the metric reader of your own.',
      );
    }
  }, LOOK_MS).unref();
}

function stop(): void {
  clearInterval(looking);
  looking = undefined;
}

/** Whether the metrics of this thread leave it. */
export function isExported(): boolean {
  return defaultProducer.isRead || attachProducer(metrics.getMeterProvider(), defaultProducer);
}
