import type { HrTime } from '@opentelemetry/api';
import { ATTRIBUTES, METRICS, OUTCOME_PROBLEMS } from '@driftline/shared';
import type { ModelRecording } from '../recorder/model-recording.ts';
import { histogramPoint } from './histogram-point.ts';
import type { PointList } from './metric-list.ts';

/** Adds how outcomes arrive: how late, and what went wrong with them. */
export function addArrival(list: PointList, { attributes, delays, outcomes }: ModelRecording, start: HrTime): void {
  list.addHistogram(METRICS.outcomeDelay, histogramPoint(delays), attributes, start);
  for (const problem of OUTCOME_PROBLEMS) {
    const ofProblem = { ...attributes, [ATTRIBUTES.outcomeProblem]: problem };
    list.add(METRICS.outcomeProblems, outcomes.problems[problem], ofProblem, start);
  }
}
