import { SpanStatusCode } from '@opentelemetry/api';
import { hrTimeToSeconds } from '@opentelemetry/core';
import { ATTRIBUTES } from '@driftline/shared';
import type { Observation } from '../recorder/observation.ts';
import type { ModelMonitor } from '../recorder/model-monitor.ts';
import { SPAN_ATTRIBUTES } from './span-attributes.ts';

/** The parts of a finished span that are read; SDK 2 and SDK 3 both have them. */
export interface FinishedSpan {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly duration: readonly [number, number];
  readonly status: { readonly code: number };
  readonly events: readonly { readonly name: string; readonly attributes?: Readonly<Record<string, unknown>> }[];
}

export interface ModelSpanProcessorOptions {
  /** The models whose spans are recorded, matched by `ml.model.name` and, if the span has it, `ml.model.version`. */
  readonly monitors: readonly ModelMonitor[] | (() => readonly ModelMonitor[]);
  /** The observation in a span, for services with attributes of their own; default: by the documented attributes. */
  readonly observation?: (span: FinishedSpan) => Observation;
}

/**
 * Turns the spans of a service that is already traced into the same metrics, with no change to its inference code. Add
 * it to the tracer provider's `spanProcessors`. Spans that are not sampled are not recorded.
 */
export class ModelSpanProcessor {
  readonly #monitors: () => readonly ModelMonitor[];
  readonly #observation: (span: FinishedSpan) => Observation;

  constructor({ monitors, observation = observationIn }: ModelSpanProcessorOptions) {
    this.#monitors = typeof monitors === 'function' ? monitors : () => monitors;
    this.#observation = observation;
  }

  onStart(): void {
    // A span is complete at its end.
  }

  onEnd(span: FinishedSpan): void {
    const monitor = this.#monitorOf(span);
    if (monitor === undefined) return;
    const durationSeconds = hrTimeToSeconds([...span.duration]);
    if (span.status.code === SpanStatusCode.ERROR) {
      monitor.recordFailure(errorIn(span), durationSeconds);
      return;
    }
    try {
      monitor.record({ ...this.#observation(span), durationSeconds });
    } catch (error) {
      monitor.noteMappingFailure(error);
    }
  }

  forceFlush(): Promise<void> {
    return Promise.resolve();
  }

  shutdown(): Promise<void> {
    return Promise.resolve();
  }

  #monitorOf({ attributes }: FinishedSpan): ModelMonitor | undefined {
    const name = attributes[ATTRIBUTES.modelName];
    const version = attributes[ATTRIBUTES.modelVersion];
    if (name === undefined) return undefined;
    return this.#monitors().find(
      ({ profile: { model } }) => model.name === name && (version === undefined || model.version === version),
    );
  }
}

/** An error whose name is the type that the span gives, so that failures are counted by it. */
function errorIn({ attributes, events }: FinishedSpan): unknown {
  const exception = events.find(({ name }) => name === 'exception')?.attributes?.['exception.type'];
  const type = attributes[ATTRIBUTES.errorType] ?? exception;
  return typeof type === 'string' ? Object.assign(new Error(), { name: type }) : new Error();
}

function observationIn({ attributes }: FinishedSpan): Observation {
  const features = withPrefix(attributes, SPAN_ATTRIBUTES.featurePrefix);
  const groups = { ...features, ...withPrefix(attributes, SPAN_ATTRIBUTES.groupPrefix) };
  const id = attributes[SPAN_ATTRIBUTES.id];
  return {
    ...(Object.keys(features).length === 0 ? {} : { features }),
    ...(SPAN_ATTRIBUTES.prediction in attributes ? { prediction: attributes[SPAN_ATTRIBUTES.prediction], groups } : {}),
    ...(SPAN_ATTRIBUTES.score in attributes ? { score: attributes[SPAN_ATTRIBUTES.score] } : {}),
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
  };
}

function withPrefix(attributes: FinishedSpan['attributes'], prefix: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    ),
  );
}
