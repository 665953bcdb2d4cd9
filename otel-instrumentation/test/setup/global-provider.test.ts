import { metrics } from '@opentelemetry/api';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { removeMonitor } from '../../src/models/create-monitor.ts';
import { createMonitor } from '../../src/setup/create-monitor.ts';
import { useLogger } from '../../src/values/log.ts';
import { exampleProfile } from '../example-profile.ts';

afterEach(() => {
  metrics.disable();
  useLogger(undefined);
  jest.useRealTimers();
});

test('a monitor that is made before the SDK starts is told of its absence, and exported as soon as it is there', async () => {
  jest.useFakeTimers();
  const warnings: string[] = [];
  useLogger({ warn: (sentence) => warnings.push(sentence) });
  const monitor = createMonitor(exampleProfile());
  monitor.record({ features: { age: 30 } });
  jest.advanceTimersByTime(29_000);
  expect(warnings).toEqual([]);
  jest.advanceTimersByTime(2000);
  expect(warnings).toEqual([expect.stringContaining('no metric leaves this process')]);

  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter, exportIntervalMillis: 1e8 });
  const provider = new MeterProvider({ readers: [reader] });
  metrics.setGlobalMeterProvider(provider);
  jest.advanceTimersByTime(1000);
  jest.useRealTimers();
  await provider.forceFlush();
  const names = exporter
    .getMetrics()
    .flatMap(({ scopeMetrics }) =>
      scopeMetrics.flatMap((scope) => scope.metrics.map(({ descriptor }) => descriptor.name)),
    );
  expect(names).toContain('ml.feature.observations');
  removeMonitor(monitor);
  await provider.shutdown();
});
