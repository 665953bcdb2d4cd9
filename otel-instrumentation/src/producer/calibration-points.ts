import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { ModelRecording } from '../recorder/model-recording.ts';
import type { MetricList } from './metric-list.ts';

/** Adds predictions by score, and how often each bin was right in held-out data, for each class that is calibrated. */
export function addCalibration(
  list: MetricList,
  { predictions, profileAttributes }: ModelRecording,
  start: HrTime,
): void {
  for (const scores of predictions.calibrated) {
    scores.bins.forEach(({ label, rank, isPredicted, positive, rows }, bin) => {
      const ofBin = {
        ...profileAttributes,
        [ATTRIBUTES.scoreClass]: scores.label,
        [ATTRIBUTES.scoreBin]: label,
        [ATTRIBUTES.scoreRank]: rank,
        [ATTRIBUTES.scorePredicted]: String(isPredicted),
      };
      list.add(METRICS.predictionScores, scores.countOf(bin), ofBin, start);
      list.add(METRICS.referenceScorePositive, positive, ofBin, start);
      list.add(METRICS.referenceScoreRows, rows, ofBin, start);
    });
  }
}
