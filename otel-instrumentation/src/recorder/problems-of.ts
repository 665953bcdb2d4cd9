import { featureProblems } from './feature-problems.ts';
import type { ModelRecording } from './model-recording.ts';
import { outcomeProblems } from './outcome-problems.ts';
import { predictionProblems } from './prediction-problems.ts';
import { segmentProblems } from './segment-problems.ts';
import type { RecordingProblem } from './recording-problem.ts';

/**
 * Everything that makes what was recorded meaningless, and that the counts alone give away.
 *
 * @param unknown - names in the rows that the profile does not have
 */
export function problemsOf(recording: ModelRecording, unknown: Iterable<string>): RecordingProblem[] {
  return [
    ...featureProblems(recording, unknown),
    ...predictionProblems(recording),
    ...segmentProblems(recording),
    ...outcomeProblems(recording),
  ];
}
