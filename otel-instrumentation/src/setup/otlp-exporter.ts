import { ExportResultCode, getStringFromEnv, type ExportResult } from '@opentelemetry/core';
import type {
  AggregationOption,
  AggregationTemporality,
  InstrumentType,
  PushMetricExporter,
  ResourceMetrics,
} from '@opentelemetry/sdk-metrics';
import { ExportLog, type ExportState } from './export-state.ts';

/** Milliseconds that the first export and the last may take, since a process waits for them. */
export const HURRY_MS = 2000;

/** What makes an exporter of OpenTelemetry. */
type Make = (options: { readonly url?: string; readonly timeoutMillis?: number }) => PushMetricExporter & Selectors;

type Selectors = Required<Pick<PushMetricExporter, 'selectAggregation' | 'selectAggregationTemporality'>>;

/**
 * An OTLP exporter that knows whether exports arrive. The first export and each after {@link hurry} are given up
 * after two seconds: an exporter of OpenTelemetry repeats its attempts for ten, which keeps the process alive.
 */
export class OtlpExporter implements PushMetricExporter {
  readonly #patient: ReturnType<Make>;
  readonly #hurried: ReturnType<Make>;
  readonly #log: ExportLog;
  #hurry: 'no' | 'next' | 'always' = 'next';

  constructor(make: Make, url: string | undefined) {
    const options = url === undefined ? {} : { url };
    this.#patient = make(options);
    this.#hurried = make({ ...options, timeoutMillis: HURRY_MS });
    this.#log = new ExportLog(receiverOf(url));
  }

  get state(): ExportState {
    return this.#log;
  }

  /** Gives the next export two seconds, or all from now on. */
  hurry(which: 'next' | 'always'): void {
    if (this.#hurry !== 'always') this.#hurry = which;
  }

  export(metrics: ResourceMetrics, callback: (result: ExportResult) => void): void {
    const exporter = this.#hurry === 'no' ? this.#patient : this.#hurried;
    if (this.#hurry === 'next') this.#hurry = 'no';
    exporter.export(metrics, (result) => {
      if (result.code === ExportResultCode.SUCCESS) this.#log.succeeded();
      else this.#log.failed(result.error);
      callback(result);
    });
  }

  selectAggregation(instrument: InstrumentType): AggregationOption {
    return this.#patient.selectAggregation(instrument);
  }

  selectAggregationTemporality(instrument: InstrumentType): AggregationTemporality {
    return this.#patient.selectAggregationTemporality(instrument);
  }

  async forceFlush(): Promise<void> {
    await Promise.all([this.#patient.forceFlush(), this.#hurried.forceFlush()]);
  }

  async shutdown(): Promise<void> {
    await Promise.all([this.#patient.shutdown(), this.#hurried.shutdown()]);
  }
}

/** Where exports go, for people: the rules are OpenTelemetry's. Credentials and query are left out. */
function receiverOf(url: string | undefined): string {
  const base = getStringFromEnv('OTEL_EXPORTER_OTLP_ENDPOINT') ?? 'http://localhost:4318';
  const address =
    url ?? getStringFromEnv('OTEL_EXPORTER_OTLP_METRICS_ENDPOINT') ?? `${base.replace(/\/$/, '')}/v1/metrics`;
  if (!URL.canParse(address)) return 'the receiver';
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}
