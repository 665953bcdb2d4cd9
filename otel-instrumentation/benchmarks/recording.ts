import * as successor from '@prometheus-io/client';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import * as promClient from 'prom-client';
import { Bench } from 'tinybench';
import { binIndex, binLabels, type NumericReference } from '@driftline/shared';
import { createMonitor, ModelRegistry } from '../src/index.ts';
import type { Table } from './table.ts';
import { columnsOf, numericProfile, numericRows } from './workload.ts';

const FEATURES = 30;
const ROWS = 1000;

const profile = numericProfile(FEATURES);
const rows = numericRows(FEATURES, ROWS);
const columns = columnsOf(rows);
const references = profile.features as readonly NumericReference[];
const labels = references.map(({ edges }) => binLabels(edges));
const model = { name: profile.model.name, version: profile.model.version };

/** The same content by hand: for each feature a histogram and a counter of its bin, under three attributes. */
type RecordByHand = (feature: number, value: number, bin: string) => void;

function byHand(record: RecordByHand): () => void {
  return () => {
    for (const row of rows) {
      for (let i = 0; i < FEATURES; i++) {
        const { name, edges } = references[i] as NumericReference;
        const value = row[name] as number;
        record(i, value, labels[i]?.[binIndex(edges, value)] as string);
      }
    }
  };
}

function withSdk(): () => void {
  // Without a reader the SDK keeps nothing, and recording would be free.
  const reader = new PeriodicExportingMetricReader({
    exporter: new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE),
    exportIntervalMillis: 1e9,
  });
  const meter = new MeterProvider({ readers: [reader] }).getMeter('benchmark');
  const counter = meter.createCounter('ml.feature.observations');
  const histograms = references.map(({ edges }) =>
    meter.createHistogram('ml.feature.value', { advice: { explicitBucketBoundaries: [...edges] } }),
  );
  return byHand((i, value, bin) => {
    const attributes = { 'ml.model.name': model.name, 'ml.model.version': model.version, 'ml.feature.name': nameOf(i) };
    histograms[i]?.record(value, attributes);
    counter.add(1, { ...attributes, 'ml.feature.bin': bin });
  });
}

type Client = Pick<typeof promClient, 'Registry' | 'Histogram' | 'Counter'>;

function withClient(client: Client): () => void {
  const registers = [new client.Registry()];
  const labelNames = ['name', 'version', 'feature'];
  const counter = new client.Counter({
    name: 'observations',
    help: 'by bin',
    labelNames: [...labelNames, 'bin'],
    registers,
  });
  const histogram = new client.Histogram({
    name: 'value',
    help: 'by feature',
    labelNames,
    buckets: [...(references[0]?.edges ?? [])],
    registers,
  });
  return byHand((i, value, bin) => {
    const values = { ...model, feature: nameOf(i) };
    histogram.observe(values, value);
    counter.inc({ ...values, bin });
  });
}

const nameOf = (i: number): string => (references[i] as NumericReference).name;

/** Nanoseconds that one feature of one row costs, by hand and by Driftline. */
export async function recordingTable(): Promise<Table> {
  const monitor = createMonitor(profile, { registry: new ModelRegistry() });
  const bench = new Bench({ time: 1000, warmupTime: 300 });
  bench
    .add('Driftline, row by row', () => {
      for (const features of rows) monitor.record({ features });
    })
    .add('Driftline, in columns', () => monitor.recordBatch({ features: columns }))
    .add('@opentelemetry/sdk-metrics 3', withSdk())
    .add('prom-client 15', withClient(promClient))
    .add('@prometheus-io/client 0.16', withClient(successor as unknown as Client));
  await bench.run();
  const nanoseconds = bench.tasks.map((task) => {
    const { result } = task;
    if (!('latency' in result)) throw new Error(`${task.name} has no result.`);
    return { name: task.name, value: (result.latency.p50 * 1e6) / (ROWS * FEATURES) };
  });
  const [byRow, byColumn] = nanoseconds;
  return {
    title: `Recording ${FEATURES} numeric features with ten bounds each, per feature`,
    columns: ['', 'ns (median)', 'times the row form', 'times the column form'],
    rows: nanoseconds.map(({ name, value }) => [
      name,
      value.toFixed(1),
      ratio(value, byRow?.value),
      ratio(value, byColumn?.value),
    ]),
  };
}

function ratio(value: number, base = NaN): string {
  return (value / base).toFixed(1);
}
