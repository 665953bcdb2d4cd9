import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS } from '@driftline/shared';
import type { Counted } from '../recorder/counted.ts';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { addCalibration } from './calibration-points.ts';
import { addClasses } from './class-points.ts';
import { addFeature } from './feature-points.ts';
import { addLatency } from './latency-points.ts';
import type { PointList } from './metric-list.ts';
import { addArrival } from './outcome-points.ts';
import { addOutcomeReference } from './outcome-reference.ts';
import { addPredictions } from './prediction-points.ts';
import { addRankings } from './ranking-points.ts';
import { addRegression } from './regression-points.ts';
import { addScores } from './score-points.ts';

/** Adds what is counted of a model, or of one of its segments, and its reference. */
export function addCounted(list: PointList, counted: Counted, start: HrTime): void {
  const { attributes, profileAttributes, profile } = counted;
  for (const feature of counted.features) addFeature(list, feature, profileAttributes, start);
  if (profile.prediction !== undefined) {
    addPredictions(list, counted, start);
    addRegression(list, counted, start);
    addClasses(list, counted, start);
    addOutcomeReference(list, counted, start);
    addScores(list, counted, start);
    addCalibration(list, counted, start);
  }
  list.add(METRICS.referenceRows, profile.rows, profileAttributes, start);
  for (const [measure, value] of Object.entries(profile.performance ?? {})) {
    list.add(METRICS.referencePerformance, value, { ...attributes, [ATTRIBUTES.performanceMeasure]: measure }, start);
  }
}

/** Adds a model as a whole: with its calls, and with how its outcomes arrive. */
export function addModel(list: PointList, recording: ModelRecording, start: HrTime): void {
  addCounted(list, recording, start);
  addLatency(list, recording, start);
  if (recording.profile.prediction !== undefined) addArrival(list, recording, start);
  addRankings(list, recording, start);
}
