/**
 * `node --import @driftline/otel/register service.js` sets everything up from environment variables:
 *
 * - `DRIFTLINE_PROFILE`: paths of reference profiles, separated by commas; each becomes a monitor
 * - `OTEL_METRICS_EXPORTER`: `otlp` (the default), `prometheus` or `none`
 * - `OTEL_EXPORTER_OTLP_METRICS_PROTOCOL` or `OTEL_EXPORTER_OTLP_PROTOCOL`: `http/json` (the default) or `http/protobuf`
 * - `OTEL_EXPORTER_PROMETHEUS_HOST`, `OTEL_EXPORTER_PROMETHEUS_PORT`: where the endpoint for Prometheus listens
 * - `OTEL_SDK_DISABLED=true`: nothing at all
 *
 * Calls of `onnxruntime-node` and `@tensorflow/tfjs` are recorded from then on: latency and errors, and features if
 * the model has one input with a column for each feature of the profile. Code gets its monitor by `monitorOf(name)`.
 */
import { register } from 'node:module';
import { isMainThread } from 'node:worker_threads';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { OnnxRuntimeInstrumentation } from './instrumentation/onnxruntime.ts';
import { profileMapping } from './instrumentation/profile-mapping.ts';
import { TensorflowInstrumentation } from './instrumentation/tensorflow.ts';
import { prepareMonitor } from './models/create-monitor.ts';
import { defaultRegistry } from './models/model-registry.ts';
import { shareWithMain } from './models/share-with-main.ts';
import { workerRecordings } from './models/worker-recordings.ts';
import { defaultProducer } from './producer/driftline-producer.ts';
import { settingsFromEnvironment, type Settings } from './setup/environment.ts';
import { startMetrics } from './setup/start-metrics.ts';
import { warn } from './values/log.ts';
import { messageOf } from './values/thrown.ts';

try {
  const settings = settingsFromEnvironment();
  if (settings !== undefined) await start(settings);
} catch (error) {
  // A wrong variable must not keep a service from starting; it is reported where the service's own log goes.
  console.error(`driftline: nothing is recorded. ${messageOf(error)}`);
}

async function start({ profiles, exporter }: Settings): Promise<void> {
  const models = profiles.map((path) => prepareMonitor(path, { watch: true }));
  if (models.length === 0) warn('no model is recorded. Set DRIFTLINE_PROFILE to the path of a profile.');
  // Worker threads inherit `--import`. What they count leaves with the main thread's, on one port.
  if (exporter !== undefined && isMainThread) await startMetrics(exporter, defaultProducer);
  workerRecordings.listen();
  const monitors = models.map((record) => record(defaultRegistry));
  if (!isMainThread) monitors.forEach(shareWithMain);
  const mappings = monitors.map(profileMapping);
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  registerInstrumentations({
    instrumentations: [
      new OnnxRuntimeInstrumentation({ mappings: mappings.map(({ onnx }) => onnx) }),
      new TensorflowInstrumentation({ mappings: mappings.map(({ tensorflow }) => tensorflow) }),
    ],
  });
}
