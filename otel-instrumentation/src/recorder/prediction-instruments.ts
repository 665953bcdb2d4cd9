import type { Attributes, Meter, ObservableCounter } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS, OUTCOME_PROBLEMS, type MetricOf } from '@driftline/shared';
import type { ModelRecording } from './model-recording.ts';

/** Cells of a confusion matrix up to which all are exported from the start: ten classes, `other` and another class. */
const MOST_CELLS_IN_FULL = 11 ** 2 + 2;

/**
 * Lets the meter read predictions and outcomes when it collects. Observable counters keep the hot path at an array
 * increment, and export every known class and group as zero before the first prediction, without which `increase()`
 * misses a counter's first step.
 *
 * @returns a function that ends the observation
 */
export function observePredictions(meter: Meter, recording: ModelRecording): () => void {
  const observation = new Observation();
  if (recording.profile.prediction === undefined) return observation.end;
  observeProblems(observation, meter, recording);
  const classes = recording.predictions.classes?.labels;
  if (classes !== undefined) observeClasses(observation, meter, recording, classes);
  return observation.end;
}

function observeProblems(observation: Observation, meter: Meter, recording: ModelRecording): void {
  const { attributes: model, outcomes, pending } = recording;
  const counter = counterOf(meter, METRICS.outcomeProblems);
  for (const problem of OUTCOME_PROBLEMS) {
    observation.add(counter, [{ ...model, [ATTRIBUTES.outcomeProblem]: problem }], () => {
      pending.forgetOld();
      return [outcomes.problems[problem]];
    });
  }
}

function observeClasses(
  observation: Observation,
  meter: Meter,
  recording: ModelRecording,
  classes: readonly string[],
): void {
  const { attributes: model, predictions, outcomes } = recording;
  const predictionCounter = counterOf(meter, METRICS.predictions);
  const groupCounter = counterOf(meter, METRICS.groupPredictions);
  const outcomeCounter = counterOf(meter, METRICS.outcomes);
  const perClass = (common: Attributes): Attributes[] =>
    classes.map((label) => ({ ...common, [ATTRIBUTES.predictionClass]: label }));
  const perCell = (common: Attributes): Attributes[] =>
    outcomes.cells.map(([predicted, actual]) => ({
      ...common,
      [ATTRIBUTES.outcomePredicted]: predicted,
      [ATTRIBUTES.outcomeActual]: actual,
    }));

  observation.add(predictionCounter, perClass(model), () => predictions.total);
  observation.add(outcomeCounter, perCell(model), () => outcomes.total);
  recording.groups.forEach(({ attribute, values, minimumSize }, i) =>
    values.labels.forEach((value, v) => {
      const group = { ...model, [ATTRIBUTES.groupAttribute]: attribute, [ATTRIBUTES.groupValue]: value };
      const ofGroup = (counts: Float64Array | undefined, size: number) => () =>
        shown((counts as Float64Array).subarray(v * size, (v + 1) * size), minimumSize);
      observation.add(groupCounter, perClass(group), ofGroup(predictions.byGroup[i], classes.length));
      observation.add(outcomeCounter, perCell(group), ofGroup(outcomes.byGroup[i], outcomes.cells.length));
    }),
  );
}

/** Counts of a group; zeros while it is smaller than `minimum`, so that nobody is identified in it. */
function shown(counts: Float64Array, minimum: number): Float64Array {
  return counts.reduce((sum, count) => sum + count, 0) < minimum ? new Float64Array(counts.length) : counts;
}

function counterOf(meter: Meter, { name, unit, description }: MetricOf<'counter'>): ObservableCounter {
  return meter.createObservableCounter(name, { unit, description });
}

/** Callbacks that are removed together. */
class Observation {
  readonly #ends: (() => void)[] = [];

  /** Observes `counts()` under `attributes`, one for one. Of many, only those above zero. */
  add(counter: ObservableCounter, attributes: readonly Attributes[], counts: () => ArrayLike<number>): void {
    const sparse = attributes.length > MOST_CELLS_IN_FULL;
    const callback: Parameters<ObservableCounter['addCallback']>[0] = (result) => {
      const now = counts();
      attributes.forEach((each, i) => {
        if (!sparse || (now[i] as number) > 0) result.observe(now[i] as number, each);
      });
    };
    counter.addCallback(callback);
    this.#ends.push(() => counter.removeCallback(callback));
  }

  readonly end = (): void => this.#ends.splice(0).forEach((each) => each());
}
