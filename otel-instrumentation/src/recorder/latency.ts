import type { Attributes, Histogram, Meter } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';

/**
 * Upper bounds in seconds, from half a millisecond (trees in process) to ten seconds (large models). 0.2 is the
 * default threshold, so that the share above it is exact.
 */
const BOUNDARIES = [
  0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.15, 0.2, 0.3, 0.5, 0.75, 1, 2.5, 5, 10,
];

/** The latency instrument: an ordinary histogram of the OpenTelemetry API. */
export class Latency {
  readonly #histogram: Histogram;
  readonly #attributes: Attributes;

  constructor(meter: Meter, attributes: Attributes) {
    this.#attributes = attributes;
    const { name, unit, description } = METRICS.predictionDuration;
    this.#histogram = meter.createHistogram(name, {
      unit,
      description,
      advice: { explicitBucketBoundaries: BOUNDARIES },
    });
  }

  /** @param seconds - anything but a finite number that is not negative is left out */
  record(seconds: unknown, errorType?: string): void {
    if (typeof seconds !== 'number' || !(seconds >= 0 && seconds < Infinity)) return;
    this.#histogram.record(
      seconds,
      errorType === undefined ? this.#attributes : { ...this.#attributes, [ATTRIBUTES.errorType]: errorType },
    );
  }
}
