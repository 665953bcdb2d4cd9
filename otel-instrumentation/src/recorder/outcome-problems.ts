import { percent } from '../values/percent.ts';
import type { ModelRecording } from './model-recording.ts';
import { modelOf, namesOf, ROWS_TO_JUDGE, type RecordingProblem } from './recording-problem.ts';

/** Share of outcomes without a usable score from which it is said. */
const MOSTLY = 0.5;

/** Outcomes that are not counted as the profile has it: of classes without a label of their own, and without a score. */
export function outcomeProblems(recording: ModelRecording): RecordingProblem[] {
  return [...mergedClasses(recording), ...withoutScores(recording)];
}

/** Outcomes of models with bins of scores that mostly have no score, or none that is a probability. */
function withoutScores({ profile, outcomes }: ModelRecording): RecordingProblem[] {
  const { classified, problems, scores } = outcomes;
  if (scores.length === 0 || classified < ROWS_TO_JUDGE) return [];
  const classes = namesOf(scores.map(({ label }) => label));
  const shareOf = (count: number): string => `${percent(count / classified)} of ${classified} outcomes`;
  const found: RecordingProblem[] = [];
  if (problems.unscored / classified > MOSTLY) {
    found.push({
      kind: 'unscored',
      sentence:
        `${shareOf(problems.unscored)} of ${modelOf(profile)} have no score, so AUC and calibration lack them: record the ` +
        `probability of ${classes} as score, or as probabilities, with the prediction.`,
    });
  }
  if (problems.invalid_score / classified > MOSTLY) {
    found.push({
      kind: 'invalid scores',
      sentence:
        `${shareOf(problems.invalid_score)} of ${modelOf(profile)} have a score that is no probability of ${classes}: ` +
        'record a number from 0 to 1.',
    });
  }
  return found;
}

/** Outcomes whose classes share the label `other`, since the confusion matrices would be too large otherwise. */
function mergedClasses({ profile, outcomes, groups }: ModelRecording): RecordingProblem[] {
  const { merged, matrix, groupMatrix } = outcomes;
  if (merged === 0 || matrix === undefined || groupMatrix === undefined) return [];
  const inAll = `${matrix.labels.length - 1} classes keep a label of their own over all`;
  const inGroups = groups.length === 0 ? '' : `, and ${groupMatrix.labels.length - 1} in the groups`;
  return [
    {
      kind: 'cells',
      sentence:
        `${merged} outcomes of ${modelOf(profile)} have a class that is counted as "other" in a confusion matrix: ` +
        `${inAll}${inGroups}. Accuracy stays exact. Name fewer groups or classes in the profile, or set a lower ` +
        'maximumLabels.',
    },
  ];
}
