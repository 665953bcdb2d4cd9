import { OTHER } from '@driftline/shared';
import { percent } from '../values/percent.ts';
import type { ModelRecording } from './model-recording.ts';
import { modelOf, namesOf, ROWS_TO_JUDGE, type RecordingProblem } from './recording-problem.ts';

/** Share of predictions from which they are called mostly unknown or unusable. */
const MOSTLY = 0.5;

/** Predictions that are mostly of no known class or no number, and predictions without features. */
export function predictionProblems(recording: ModelRecording): RecordingProblem[] {
  const { profile, predictions, rows } = recording;
  if (profile.prediction === undefined) return [];
  const counted = countedIn(recording);
  // A class is always counted, and only its score can be unusable; a regression's number is one or the other.
  const all = predictions.classes === undefined ? counted + predictions.unusable : counted;
  if (all < ROWS_TO_JUDGE) return [];
  const found: RecordingProblem[] = [];
  const { unknown } = predictions;
  if (unknown / counted > MOSTLY) {
    found.push({
      kind: 'classes',
      sentence:
        `${percent(unknown / counted)} of ${counted} predictions of ${modelOf(profile)} are none of its classes ` +
        `(${namesOf((predictions.classes?.labels ?? []).filter((label) => label !== OTHER))}). Record the class, not a ` +
        'probability (option prediction of wrap), or build the profile again with these classes.',
    });
  }
  if (predictions.unusable / all > MOSTLY) {
    found.push({
      kind: 'unusable',
      sentence:
        `${predictions.unusable} predictions or scores of ${modelOf(profile)} are no numbers, and ${counted} are counted. ` +
        'Record a number (options prediction and score of wrap).',
    });
  }
  if (rows === 0) {
    found.push({
      kind: 'no features',
      sentence:
        `${all} predictions of ${modelOf(profile)} were recorded without features. Pass features to record, or name ` +
        'them with the option features of wrap.',
    });
  }
  return found;
}

function countedIn({ predictions: { classes, total, score } }: ModelRecording): number {
  if (classes !== undefined) return total.reduce((sum, count) => sum + count, 0);
  return score?.counts().reduce((sum, count) => sum + count, 0) ?? 0;
}
