import getPort from 'get-port';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { ATTRIBUTES, labelOf, METRICS, seriesPattern } from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import type { ExporterOptions } from '../../src/setup/exporter.ts';
import { startMetrics, type Metrics } from '../../src/setup/start-metrics.ts';
import { classifierProfile, RANKED, recordEverything, regressionProfile } from '../record-everything.ts';

describeWithStore('prometheus', 'scraped by Prometheus', () =>
  everyMetricIsFound('prometheus', async (store) => {
    const port = await getPort({ host: '127.0.0.1' });
    await store.setScrapeTargets([`127.0.0.1:${port}`]);
    return { exporter: 'prometheus', port };
  }),
);

describeWithStore('victoria-metrics', 'sent to VictoriaMetrics as OTLP/protobuf', () =>
  everyMetricIsFound('victoria-metrics', ({ otlpUrl }) => {
    if (otlpUrl === undefined) throw new Error('The store has no receiver for OTLP.');
    return Promise.resolve({ exporter: 'otlp-protobuf', url: otlpUrl, intervalMs: 500 });
  }),
);

function everyMetricIsFound(kind: Store['kind'], exporterTo: (store: Store) => Promise<ExporterOptions>): void {
  let store: Store;
  let metrics: Metrics | undefined;

  beforeAll(async () => {
    store = await startStore({ kind });
    const registry = new ModelRegistry();
    metrics = await startMetrics(await exporterTo(store), new DriftlineProducer(registry));
    const options = { ...RANKED, registry };
    recordEverything(createMonitor(classifierProfile(), options), createMonitor(regressionProfile(), options));
  });

  afterAll(async () => {
    await metrics?.shutdown();
    await store?.close();
  });

  test.each(Object.values(METRICS))('$name', async (metric) => {
    const series = `{__name__=~"${seriesPattern(metric)}"}`;
    // Extremes are those since the last scrape, and are gone at the next.
    const found = await waitUntil(
      `series of ${metric.name} under ${series}`,
      () => query(store.url, `last_over_time(${series}[5m])`),
      (samples) => samples.length > 0,
    );
    // Beside what the store and the exporter add, no label but those of the catalog.
    const ours = new Set<string>(Object.values(ATTRIBUTES).map(labelOf));
    const carried = new Set(found.flatMap(({ labels }) => Object.keys(labels)).filter((label) => ours.has(label)));
    expect([...carried].sort()).toEqual(metric.attributes.map(labelOf).sort());
  });
}
