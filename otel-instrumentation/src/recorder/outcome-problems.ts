import type { ModelRecording } from './model-recording.ts';
import { modelOf, type RecordingProblem } from './recording-problem.ts';

/** Outcomes whose classes share the label `other`, since the confusion matrices would be too large otherwise. */
export function outcomeProblems({ profile, outcomes, groups }: ModelRecording): RecordingProblem[] {
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
