/**
 * `node --import @driftline/otel/register service.js` sets everything up from environment variables:
 *
 * - `DRIFTLINE_PROFILE`: paths of reference profiles, divided by commas; each becomes a monitor
 * - `OTEL_METRICS_EXPORTER`: `otlp` (the default), `prometheus` or `none`
 * - `OTEL_EXPORTER_OTLP_METRICS_PROTOCOL` or `OTEL_EXPORTER_OTLP_PROTOCOL`: `http/json` (the default) or `http/protobuf`
 * - `OTEL_EXPORTER_PROMETHEUS_HOST`, `OTEL_EXPORTER_PROMETHEUS_PORT`: where the page for Prometheus is served
 * - `OTEL_SDK_DISABLED=true`: nothing at all
 *
 * Calls of `onnxruntime-node` and `@tensorflow/tfjs` are recorded from then on: latency and errors, and features where
 * a model's only input has a column for each feature of the profile. Code reaches its monitor by `monitorOf(name)`.
 */
import { register } from 'node:module';
import { diag } from '@opentelemetry/api';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { OnnxRuntimeInstrumentation, type OnnxMapping } from './instrumentation/onnxruntime.ts';
import { profileMapping } from './instrumentation/profile-mapping.ts';
import { TensorflowInstrumentation } from './instrumentation/tensorflow.ts';
import { defaultProducer } from './producer/driftline-producer.ts';
import { createMonitor } from './recorder/create-monitor.ts';
import { settingsFrom } from './setup/environment.ts';
import { startMetrics } from './setup/start-driftline.ts';

try {
  const settings = settingsFrom(process.env);
  if (settings !== undefined) await start(settings);
} catch (error) {
  // A wrong variable must not keep a service from starting; it is said where the service's own log goes.
  console.error(`driftline: nothing is recorded. ${error instanceof Error ? error.message : String(error)}`);
}

async function start({ profiles, exporter }: NonNullable<ReturnType<typeof settingsFrom>>): Promise<void> {
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  if (exporter !== undefined) await startMetrics(exporter, defaultProducer);
  const monitors = profiles.map((path) => createMonitor(path, { watch: true }));
  if (monitors.length === 0) diag.warn('driftline: DRIFTLINE_PROFILE names no profile, so that no model is recorded.');
  const mappings = monitors.map(profileMapping);
  registerInstrumentations({
    instrumentations: [
      new OnnxRuntimeInstrumentation({ mappings: mappings.map(({ onnx }): OnnxMapping => onnx) }),
      new TensorflowInstrumentation({ mappings: mappings.map(({ tensorflow }) => tensorflow) }),
    ],
  });
}
