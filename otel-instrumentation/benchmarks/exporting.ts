import { JsonMetricsSerializer, ProtobufMetricsSerializer } from '@opentelemetry/otlp-transformer';
import { emptyResource } from '@opentelemetry/resources';
import type { ResourceMetrics } from '@opentelemetry/sdk-metrics';
import { Bench } from 'tinybench';
import { METRICS } from '@driftline/shared';
import { createMonitor, DriftlineProducer, ModelRegistry } from '../src/index.ts';
import type { Table } from './table.ts';
import { numericProfile, numericRows } from './workload.ts';

const FEATURES = 100;

/** Milliseconds of collecting a wide model and of turning what was collected into OTLP. */
export async function exportingTable(): Promise<Table> {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const monitor = createMonitor(numericProfile(FEATURES), { registry });
  for (const features of numericRows(FEATURES, 1000)) monitor.record({ features });
  const everything = await metricsOf(producer);
  const histograms = only(everything, METRICS.featureValue.name);
  const bins = only(everything, METRICS.featureObservations.name);

  const bench = new Bench({ time: 1500, warmupTime: 500 });
  bench
    .add('collecting everything', () => producer.collect())
    .add('histograms as OTLP/protobuf', () => ProtobufMetricsSerializer.serializeRequest(histograms))
    .add('histograms as OTLP/JSON', () => JsonMetricsSerializer.serializeRequest(histograms))
    .add('observations by bin as OTLP/protobuf', () => ProtobufMetricsSerializer.serializeRequest(bins))
    .add('observations by bin as OTLP/JSON', () => JsonMetricsSerializer.serializeRequest(bins))
    .add('everything as OTLP/protobuf', () => ProtobufMetricsSerializer.serializeRequest(everything))
    .add('everything as OTLP/JSON', () => JsonMetricsSerializer.serializeRequest(everything));
  await bench.run();
  return {
    title: `Exporting ${FEATURES} features of 11 bins each`,
    columns: ['', 'ms (median)', 'points'],
    rows: bench.tasks.map(({ name, result }) => {
      if (!('latency' in result)) throw new Error(`${name} has no result.`);
      const points = pointsIn(
        name.startsWith('histograms') ? histograms : name.startsWith('observations') ? bins : everything,
      );
      return [name, result.latency.p50.toFixed(2), String(points)];
    }),
  };
}

async function metricsOf(producer: DriftlineProducer): Promise<ResourceMetrics> {
  const { resourceMetrics } = await producer.collect();
  return { resource: emptyResource(), scopeMetrics: resourceMetrics.scopeMetrics };
}

function only({ resource, scopeMetrics }: ResourceMetrics, name: string): ResourceMetrics {
  const scopes = scopeMetrics.map(({ scope, metrics }) => ({
    scope,
    metrics: metrics.filter(({ descriptor }) => descriptor.name === name),
  }));
  return { resource, scopeMetrics: scopes };
}

function pointsIn({ scopeMetrics }: ResourceMetrics): number {
  const metrics = scopeMetrics.flatMap((scope) => scope.metrics);
  return metrics.reduce((sum, { dataPoints }) => sum + dataPoints.length, 0);
}
