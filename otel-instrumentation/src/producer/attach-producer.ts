import type { MetricProducer } from '@opentelemetry/sdk-metrics';

/** Marks producers of every copy of this package, so that no reader gets two. */
const OURS = Symbol.for('driftline.producer');

/** The parts of a metric reader that all releases of the SDK share. */
interface Reader {
  collect(options?: object): Promise<Collection>;
  readonly _metricProducers?: readonly object[];
  [OURS]?: true;
}

interface Collection {
  readonly resourceMetrics: { readonly scopeMetrics: readonly unknown[] };
  readonly errors: readonly unknown[];
}

/** Marks a producer as one of ours. */
export function markAsOurs(producer: MetricProducer): void {
  Object.defineProperty(producer, OURS, { value: true });
}

/**
 * Hands what `producer` counts to every metric reader of a MeterProvider that exists already, such as that of the NodeSDK
 * or of the auto-instrumentations. OpenTelemetry takes producers only when a reader is made, so the reader's `collect`,
 * which releases 1 to 3 of the SDK share, is wrapped.
 *
 * @param provider - the global MeterProvider, of any release or vendor
 * @returns whether the metrics leave through it; false for a provider that is none of OpenTelemetry's SDK
 */
export function attachProducer(provider: object, producer: MetricProducer): boolean {
  const readers = readersOf(provider);
  for (const reader of readers) {
    if (reader[OURS] === true || reader._metricProducers?.some((each) => OURS in each) === true) continue;
    const collect = reader.collect.bind(reader);
    reader.collect = async (options) => {
      const [own, added] = await Promise.all([collect(options), producer.collect()]);
      const { resourceMetrics, errors } = own;
      return {
        ...own,
        resourceMetrics: {
          ...resourceMetrics,
          scopeMetrics: [...resourceMetrics.scopeMetrics, ...added.resourceMetrics.scopeMetrics],
        },
        errors: [...errors, ...added.errors],
      };
    };
    reader[OURS] = true;
  }
  return readers.length > 0;
}

/** The SDK does not tell its readers; they are where all its releases keep them. */
function readersOf(provider: object): Reader[] {
  const { _sharedState: state } = provider as { _sharedState?: { readonly metricCollectors?: unknown } };
  const collectors: unknown = state?.metricCollectors;
  if (!Array.isArray(collectors)) return [];
  return collectors
    .map((collector: { readonly _metricReader?: Partial<Reader> } | undefined) => collector?._metricReader)
    .filter((reader): reader is Reader => typeof reader?.collect === 'function');
}
