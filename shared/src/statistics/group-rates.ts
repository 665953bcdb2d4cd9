import { countOf, countsOfClass, type ConfusionCell } from './confusion-matrix.ts';
import type { Rate } from './rate.ts';

/** Predictions of one class. */
export interface PredictedClass {
  readonly predicted: string;
  readonly count: number;
}

/** Favorable predictions among all predictions. Source: Fairlearn, selection_rate. */
export function selectionRateOf(predictions: readonly PredictedClass[], favorable: string): Rate<number> {
  const sum = (counted: readonly PredictedClass[]): number => counted.reduce((all, { count }) => all + count, 0);
  return {
    numerator: sum(predictions.filter(({ predicted }) => predicted === favorable)),
    denominator: sum(predictions),
  };
}

/** True positives among those actually of the favorable class. */
export function truePositiveRateOf(cells: readonly ConfusionCell[], favorable: string): Rate<number> {
  const { truePositives, actual } = countsOfClass(cells, favorable);
  return { numerator: truePositives, denominator: actual };
}

/** False positives among those actually of another class. */
export function falsePositiveRateOf(cells: readonly ConfusionCell[], favorable: string): Rate<number> {
  const { truePositives, predicted, actual } = countsOfClass(cells, favorable);
  return { numerator: predicted - truePositives, denominator: countOf(cells, () => true) - actual };
}

/** False negatives among those actually of the favorable class. */
export function falseNegativeRateOf(cells: readonly ConfusionCell[], favorable: string): Rate<number> {
  const { truePositives, actual } = countsOfClass(cells, favorable);
  return { numerator: actual - truePositives, denominator: actual };
}

/** True positives among those who were predicted the favorable class. */
export function positivePredictiveValueOf(cells: readonly ConfusionCell[], favorable: string): Rate<number> {
  const { truePositives, predicted } = countsOfClass(cells, favorable);
  return { numerator: truePositives, denominator: predicted };
}
