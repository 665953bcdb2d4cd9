import type { Histogram } from '@opentelemetry/sdk-metrics';
import type { SeriesHistory } from '@driftline/local-store';
import type { ReferenceProfile } from '@driftline/shared';
import { createMonitor } from '../src/models/create-monitor.ts';
import { ModelRegistry } from '../src/models/model-registry.ts';
import { DriftlineProducer } from '../src/producer/driftline-producer.ts';
import type { ModelMonitor } from '../src/recorder/model-monitor.ts';

/**
 * What a store has of a service that exports twice: before anything is recorded, and after all is.
 *
 * @param profiles - of the models of the service
 * @param times - of the two exports, in seconds since 1970
 * @param record - records with the monitors of the models, in their order
 */
export async function recordedHistory(
  profiles: readonly ReferenceProfile[],
  { start, end }: { readonly start: number; readonly end: number },
  record: (monitors: readonly ModelMonitor[]) => void,
): Promise<SeriesHistory[]> {
  const registry = new ModelRegistry();
  const monitors = profiles.map((profile) => createMonitor(profile, { registry }));
  const producer = new DriftlineProducer(registry);
  const series = new Map<string, Omit<SeriesHistory, 'samples'> & { samples: [number, number][] }>();
  const add = (name: string, labels: Readonly<Record<string, string>>, value: number, seconds: number): void => {
    const key = JSON.stringify([name, labels]);
    const known = series.get(key) ?? { name, labels, samples: [] };
    known.samples.push([seconds * 1000, value]);
    series.set(key, known);
  };
  const exportAt = async (seconds: number): Promise<void> => {
    const { resourceMetrics } = await producer.collect();
    for (const { descriptor, dataPoints, ...metric } of resourceMetrics.scopeMetrics.flatMap(
      ({ metrics }) => metrics,
    )) {
      const name = underscored(descriptor.name);
      for (const { attributes, value } of dataPoints) {
        const labels = Object.fromEntries(
          Object.entries(attributes).map(([key, each]) => [underscored(key), String(each)]),
        );
        if (typeof value === 'number') {
          add('isMonotonic' in metric ? `${name}_total` : name, labels, value, seconds);
          continue;
        }
        const { buckets, sum = 0, count } = value as Histogram;
        let below = 0;
        buckets.counts.forEach((each, i) => {
          below += each;
          add(`${name}_bucket`, { ...labels, le: String(buckets.boundaries[i] ?? '+Inf') }, below, seconds);
        });
        add(`${name}_sum`, labels, sum, seconds);
        add(`${name}_count`, labels, count, seconds);
      }
    }
  };
  await exportAt(start);
  record(monitors);
  await exportAt(end);
  return [...series.values()];
}

function underscored(name: string): string {
  return name.replaceAll('.', '_');
}
