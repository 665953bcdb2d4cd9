import type { Attributes, HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { OutcomeCell } from '../recorder/confusion-matrix.ts';
import type { Counted } from '../recorder/counted.ts';
import type { NumberMetric, PointList } from './metric-list.ts';

/** Points of one kind up to which all are exported from the start: ten classes, `other` and another class. */
const MOST_IN_FULL = 11 ** 2 + 2;

/** Adds predictions and outcomes by class, over all and by group. */
export function addClasses(list: PointList, recording: Counted, start: HrTime): void {
  const { attributes: model, outcomes, predictions, groups } = recording;
  const classes = predictions.classes?.labels;
  const { matrix, groupMatrix } = outcomes;
  if (classes === undefined || matrix === undefined || groupMatrix === undefined) return;
  const addAll = <Each>(
    metric: NumberMetric,
    { of, counts, labels }: { of: readonly Each[]; counts: Float64Array; labels: (each: Each) => Attributes },
  ): void => {
    const sparse = of.length > MOST_IN_FULL;
    of.forEach((each, i) => {
      const count = counts[i] as number;
      if (!sparse || count > 0) list.add(metric, count, labels(each), start);
    });
  };
  const byClass = (common: Attributes) => (label: string) => ({ ...common, [ATTRIBUTES.predictionClass]: label });
  const byCell =
    (common: Attributes) =>
    ([predicted, actual]: OutcomeCell) => ({
      ...common,
      [ATTRIBUTES.outcomePredicted]: predicted,
      [ATTRIBUTES.outcomeActual]: actual,
    });

  addAll(METRICS.predictions, { of: classes, counts: predictions.total, labels: byClass(model) });
  addAll(METRICS.outcomes, { of: matrix.cells, counts: outcomes.total, labels: byCell(model) });
  groups.forEach(({ attribute, values, minimumSize }, i) =>
    values.labels.forEach((value, v) => {
      const group = { ...model, [ATTRIBUTES.groupAttribute]: attribute, [ATTRIBUTES.groupValue]: value };
      const ofGroup = (counts: Float64Array | undefined, { length }: readonly unknown[]) =>
        shown((counts as Float64Array).subarray(v * length, (v + 1) * length), minimumSize);
      const predicted = ofGroup(predictions.byGroup[i], classes);
      addAll(METRICS.groupPredictions, { of: classes, counts: predicted, labels: byClass(group) });
      const outcome = ofGroup(outcomes.byGroup[i], groupMatrix.cells);
      addAll(METRICS.outcomes, { of: groupMatrix.cells, counts: outcome, labels: byCell(group) });
    }),
  );
}

/** Counts of a group; zeros while it is smaller than `minimum`, so that nobody is identified in it. */
function shown(counts: Float64Array, minimum: number): Float64Array {
  return counts.reduce((sum, count) => sum + count, 0) < minimum ? new Float64Array(counts.length) : counts;
}
