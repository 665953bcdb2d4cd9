import type { Attributes, Meter, ObservableCallback, ObservableCounter } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { PredictionCounts } from './prediction-counts.ts';

/**
 * Lets the meter read prediction counts when it collects. Observable counters keep the hot path at an array
 * increment, and export every known class and group as zero before the first prediction, without which `increase()`
 * misses a counter's first step.
 *
 * @returns a function that ends the observation
 */
export function observePredictions(meter: Meter, counts: PredictionCounts, model: Attributes): () => void {
  const predictions = meter.createObservableCounter(METRICS.predictions, {
    unit: '{prediction}',
    description: 'Predictions by class',
  });
  const groupPredictions = meter.createObservableCounter(METRICS.groupPredictions, {
    unit: '{prediction}',
    description: 'Predictions by group and class',
  });
  const classAttributes = counts.classes.labels.map((label) => ({ ...model, [ATTRIBUTES.predictionClass]: label }));
  const stop = [observe(predictions, counts.total, classAttributes)];
  for (const group of counts.groups) {
    const attributes = group.values.labels.flatMap((value) =>
      classAttributes.map((ofClass) => ({
        ...ofClass,
        [ATTRIBUTES.groupAttribute]: group.attribute,
        [ATTRIBUTES.groupValue]: value,
      })),
    );
    stop.push(observe(groupPredictions, group.counts, attributes));
  }
  return () => stop.forEach((each) => each());
}

function observe(counter: ObservableCounter, counts: Float64Array, attributes: readonly Attributes[]): () => void {
  const callback: ObservableCallback = (result) =>
    attributes.forEach((each, i) => result.observe(counts[i] as number, each));
  counter.addCallback(callback);
  return () => counter.removeCallback(callback);
}
