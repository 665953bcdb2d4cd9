import type { ModelRecording } from './model-recording.ts';
import { countedIn } from './prediction-problems.ts';
import { modelOf, namesOf, ROWS_TO_JUDGE, type RecordingProblem } from './recording-problem.ts';

/** Share of the training rows in `other` up to which predictions that are all there are no accident. */
const FEW = 0.5;

/** Attributes of segments that never arrive, so that nothing is known of any segment. */
export function segmentProblems({ profile, segments }: ModelRecording): RecordingProblem[] {
  const absent = segments
    .filter(({ values }) => {
      const counted = values.map(countedIn);
      const others = (values.at(-1)?.profile.rows ?? 0) / profile.rows;
      return (
        (counted.at(-1) ?? 0) >= ROWS_TO_JUDGE && counted.slice(0, -1).every((count) => count === 0) && others < FEW
      );
    })
    .map(({ attribute }) => attribute);
  if (absent.length === 0) return [];
  return [
    {
      kind: 'segments',
      sentence:
        `No prediction of ${modelOf(profile)} is in a segment of the profile by ${namesOf(absent)}: all of them count in ` +
        'the segment other. Pass the attribute with the features, or as segments.',
    },
  ];
}
