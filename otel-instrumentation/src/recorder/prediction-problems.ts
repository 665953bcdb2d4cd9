import { OTHER } from '@driftline/shared';
import { percent } from '../values/percent.ts';
import type { Counted } from './counted.ts';
import type { ModelRecording } from './model-recording.ts';
import { modelOf, namesOf, ROWS_TO_JUDGE, type RecordingProblem } from './recording-problem.ts';

/** Share of predictions from which they are called mostly unknown or unusable. */
const MOSTLY = 0.5;

/** Share of predictions without a usable score from which an estimate is said to lack them. */
const LACKING = 0.05;

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
  return [...found, ...withoutScores(recording)];
}

/** Predictions that estimates of the performance do not see. */
function withoutScores({ profile, predictions }: ModelRecording): RecordingProblem[] {
  const { calibrated, classified } = predictions;
  return calibrated.flatMap(({ label, missing, invalid }) => {
    const sentence = (count: number, what: string, action: string): string =>
      `${percent(count / classified)} of ${classified} predictions of ${modelOf(profile)} have ${what}, so the performance ` +
      `is estimated without them: ${action}.`;
    const ofClass = `the probability of ${namesOf([label])}`;
    const found: RecordingProblem[] = [];
    if (missing / classified > LACKING) {
      const action = `record ${ofClass} as score, or as probabilities, with the prediction`;
      found.push({ kind: `no score of ${label}`, sentence: sentence(missing, 'no score', action) });
    }
    if (invalid / classified > LACKING) {
      const what = `a score that is not ${ofClass}`;
      found.push({
        kind: `invalid score of ${label}`,
        sentence: sentence(invalid, what, 'record a number from 0 to 1'),
      });
    }
    return found;
  });
}

/** Predictions that are counted. */
export function countedIn({ predictions: { classes, total, score } }: Pick<Counted, 'predictions'>): number {
  if (classes !== undefined) return total.reduce((sum, count) => sum + count, 0);
  return score?.counts().reduce((sum, count) => sum + count, 0) ?? 0;
}
