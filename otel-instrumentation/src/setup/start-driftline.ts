import { prepareMonitor, removeMonitor, type ModelOptions } from '../models/create-monitor.ts';
import { defaultRegistry, ModelRegistry } from '../models/model-registry.ts';
import { workerRecordings } from '../models/worker-recordings.ts';
import type { ProfileSource } from '../models/profile-source.ts';
import { DriftlineProducer } from '../producer/driftline-producer.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import type { TypedMonitor } from '../recorder/typed-monitor.ts';
import type { ExporterOptions } from './exporter.ts';
import { healthHandlerOf, healthOf, type Health } from './health.ts';
import type { MetricsHandler } from './prometheus-endpoint.ts';
import { startMetrics, type Metrics, type MetricsOptions } from './start-metrics.ts';

/** The models of a service, by their profiles: each the path of a `profile.json`, or its parsed content. */
type Profiles =
  | { readonly profile: ProfileSource; readonly profiles?: undefined }
  | { readonly profile?: undefined; readonly profiles: readonly ProfileSource[] };

export type StartOptions = ExporterOptions & MetricsOptions & ModelOptions & Profiles;

/** Models that are recorded and exported. */
export interface Driftline extends Metrics {
  /** The monitor of the first profile. */
  readonly monitor: ModelMonitor;
  /** The monitors of all profiles, in their order, and then of those that were added. */
  readonly monitors: readonly ModelMonitor[];
  /**
   * Records a further model, or a further version of one; one of the same name and version replaces the earlier one.
   *
   * @throws {ProfileError} when the profile is wrong
   */
  addModel(profile: ProfileSource, options?: ModelOptions): ModelMonitor;
  addModel<Features extends object>(profile: ProfileSource, options?: ModelOptions): TypedMonitor<Features>;
  /** Whether all models are recorded and exported, and what is wrong. */
  health(): Health;
  /** Answers a request with {@link health} as JSON. An endpoint for Prometheus answers `/health` with it by itself. */
  readonly healthHandler: MetricsHandler;
}

/** The same with a first monitor that knows the features of its profile. */
export interface TypedDriftline<Features extends object> extends Driftline {
  readonly monitor: TypedMonitor<Features>;
}

const GLOBAL = Symbol.for('driftline.started');
const process_ = globalThis as { [GLOBAL]?: object | undefined };

/**
 * Sets up OpenTelemetry metrics and monitors for a service that has no OpenTelemetry yet. A service that has it calls
 * `createMonitor` and adds `defaultProducer` to its own metric reader instead. A start that fails leaves nothing behind.
 *
 * With a push, every series leaves once at zero right after the start: a store sees no increase in the first value that it
 * gets. Nothing waits for that export.
 *
 * @typeParam Features - of the first model, by name, as `driftline types` writes them from the profile; default: any
 * @throws {ProfileError} when a profile is wrong
 * @throws {RangeError} for a limit or an output that makes no sense, and without a profile
 * @throws {TypeError} for an attribute that is reserved or malformed
 * @throws {Error} when the endpoint for Prometheus cannot listen
 */
export function startDriftline(options: StartOptions): Promise<Driftline>;
export function startDriftline<Features extends object>(options: StartOptions): Promise<TypedDriftline<Features>>;
export async function startDriftline(options: StartOptions): Promise<Driftline> {
  const sources = options.profiles ?? [options.profile];
  if (sources.length === 0) throw new RangeError('profiles is empty: name the profile of at least one model.');
  const records = sources.map((source) => prepareMonitor(source, options));
  const { registry, release } = ownRegistry();
  try {
    const metrics = await startMetrics(options, new DriftlineProducer(registry));
    const monitors = records.map((record) => record(registry));
    if (metrics.exports !== undefined) void metrics.flush();
    const health = (): Health => healthOf(monitors, metrics.exports);
    const healthHandler = healthHandlerOf(health);
    metrics.addPage('/health', healthHandler);
    const shutdown = async (): Promise<void> => {
      await metrics.shutdown();
      for (const monitor of monitors) removeMonitor(monitor, registry);
      release();
    };
    return {
      ...metrics,
      monitor: monitors[0] as ModelMonitor,
      monitors,
      addModel: (profile: ProfileSource, own: ModelOptions = {}) => {
        const monitor = prepareMonitor(profile, { ...options, ...own })(registry);
        monitors.push(monitor);
        return monitor;
      },
      health,
      healthHandler,
      shutdown,
    };
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * The registry of the process, so that monitors which `createMonitor` makes are exported too. A second start at the same
 * time has one of its own: no model leaves twice.
 */
function ownRegistry(): { readonly registry: ModelRegistry; readonly release: () => void } {
  if (process_[GLOBAL] !== undefined) return { registry: new ModelRegistry(), release: () => undefined };
  const own = (process_[GLOBAL] = {});
  const release = (): void => {
    if (process_[GLOBAL] === own) process_[GLOBAL] = undefined;
  };
  workerRecordings.listen();
  return { registry: defaultRegistry, release };
}
