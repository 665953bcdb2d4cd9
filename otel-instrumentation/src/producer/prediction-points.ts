import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, DEVIATION_SIDES, METRICS, predictionBins, UNCOMPARED_GROUPS } from '@driftline/shared';
import type { Counted } from '../recorder/counted.ts';
import { histogramPoint } from './histogram-point.ts';
import type { PointList } from './metric-list.ts';

/** Adds the distribution of predictions and scores, the errors of a regression, and the reference. */
export function addPredictions(list: PointList, recording: Counted, start: HrTime): void {
  const { attributes, profileAttributes, predictions, outcomes, profile, limits } = recording;
  const { prediction } = profile;
  if (prediction === undefined) return;
  predictionBins(prediction, limits.maximumLabels).forEach(({ label, ratio }, bin) => {
    const ofBin = { ...profileAttributes, [ATTRIBUTES.predictionBin]: label };
    const count = predictions.score === undefined ? predictions.total[bin] : predictions.score.countOf(bin);
    list.add(METRICS.predictionObservations, count ?? 0, ofBin, start);
    if (ratio !== undefined) list.add(METRICS.referencePredictionRatio, ratio, ofBin, start);
  });
  if (predictions.score !== undefined) {
    list.addHistogram(METRICS.predictionScore, histogramPoint(predictions.score), profileAttributes, start);
  }
  if (outcomes.errors !== undefined) {
    list.addHistogram(METRICS.outcomeError, histogramPoint(outcomes.errors), attributes, start);
    list.add(METRICS.outcomeErrorSquared, outcomes.errors.squared, attributes, start);
    for (const side of DEVIATION_SIDES) {
      list.add(METRICS.outcomeDeviation, outcomes[side], { ...attributes, [ATTRIBUTES.deviationSide]: side }, start);
    }
  }
  if (prediction.kind === 'regression') return;
  addReferenceGroups(list, recording, start);
  if (prediction.favorable === undefined) return;
  for (const label of prediction.classes) {
    const favorable = label === prediction.favorable ? 1 : 0;
    const ofClass = { ...attributes, [ATTRIBUTES.predictionClass]: label };
    list.add(METRICS.referencePredictionFavorable, favorable, ofClass, start);
  }
}

/** Adds which group of an attribute the others are compared with. */
function addReferenceGroups(list: PointList, { attributes, groups }: Counted, start: HrTime): void {
  for (const { attribute, values, privileged } of groups) {
    if (privileged === undefined) continue;
    for (const value of values.labels) {
      if (UNCOMPARED_GROUPS.includes(value)) continue;
      const ofGroup = { ...attributes, [ATTRIBUTES.groupAttribute]: attribute, [ATTRIBUTES.groupValue]: value };
      list.add(METRICS.referenceGroupPrivileged, value === privileged ? 1 : 0, ofGroup, start);
    }
  }
}
