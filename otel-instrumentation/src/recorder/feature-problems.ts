import { similarNames, type FeatureReference } from '@driftline/shared';
import { isNearlyAlways } from '../values/nearly-always.ts';
import { isNumeric, type FeatureCounts } from './feature-counts.ts';
import type { ModelRecording } from './model-recording.ts';
import { modelOf, namesOf, ROWS_TO_JUDGE, type RecordingProblem } from './recording-problem.ts';

/** One way in which nearly every value of a feature is unusable. */
interface FeatureFault {
  readonly kind: string;
  readonly has: (feature: FeatureCounts, rows: number) => boolean;
  /** Follows "these features are". */
  readonly what: (rows: number) => string;
  readonly action: string;
}

const FAULTS: readonly FeatureFault[] = [
  {
    kind: 'missing',
    has: ({ problems, reference }, rows) =>
      isNearlyAlways({ count: problems.missing, of: rows, training: reference.missing / rowsOf(reference) }),
    what: (rows) => `missing in nearly all of ${rows} rows, unlike in the training data`,
    action: 'Pass them under the names of the profile, or build it without them (--exclude).',
  },
  {
    kind: 'no number',
    has: (feature, rows) => isNumeric(feature) && isInvalid(feature, rows),
    what: (rows) => `numeric in the profile, and nearly no value of ${rows} rows is a number`,
    action: 'Pass numbers, or build the profile with --categorical and these names.',
  },
  {
    kind: 'no category',
    has: (feature, rows) => !isNumeric(feature) && isInvalid(feature, rows),
    what: (rows) => `categorical in the profile, and nearly no value of ${rows} rows is a text, a number or a boolean`,
    action: 'Pass plain values, not objects or lists.',
  },
  {
    kind: 'unseen',
    has: ({ problems, reference }, rows) =>
      reference.kind === 'categorical' &&
      isNearlyAlways({
        count: problems.unseen,
        of: rows - problems.missing - problems.invalid,
        training: reference.other / Math.max(rowsOf(reference) - reference.missing, 1),
      }),
    what: (rows) => `categorical, and nearly every value of ${rows} rows is a category that the profile does not have`,
    action: 'Pass the values as the training data has them, or build the profile again.',
  },
];

/** Features of which nearly every value is unusable, and names that are likely spelled in another way. */
export function featureProblems(recording: ModelRecording, unknown: Iterable<string>): RecordingProblem[] {
  const { features, rows, profile } = recording;
  if (rows === 0) return [];
  const absent = features.filter(({ problems }) => problems.missing >= rows).map(({ reference }) => reference.name);
  const pairs = similarNames(unknown, absent);
  const paired = new Set(pairs.map(({ inProfile }) => inProfile));
  const found: RecordingProblem[] = [];
  if (pairs.length > 0) {
    found.push({
      kind: 'names',
      sentence:
        `rows hold ${namesOf(pairs.map(({ passed }) => passed))}, but the profile of ${modelOf(profile)} has ` +
        `${namesOf([...paired])}, which never arrives. Pass the names of the profile.`,
    });
  }
  if (rows < ROWS_TO_JUDGE) return found;
  for (const { kind, has, what, action } of FAULTS) {
    const names = features.filter((feature) => has(feature, rows)).map(({ reference }) => reference.name);
    const others = names.filter((name) => !paired.has(name));
    if (others.length === 0) continue;
    const subject = `${others.length} of ${features.length} features of ${modelOf(profile)}`;
    const verb = others.length === 1 ? 'is' : 'are';
    found.push({ kind, sentence: `${subject} ${verb} ${what(rows)}: ${namesOf(others)}. ${action}` });
  }
  return found;
}

function isInvalid({ problems }: FeatureCounts, rows: number): boolean {
  return isNearlyAlways({ count: problems.invalid, of: rows - problems.missing, training: 0 });
}

/** Training rows; one at least, to divide by. */
function rowsOf(reference: FeatureReference): number {
  const valid = reference.counts.reduce((sum, count) => sum + count, 0);
  return Math.max(valid + reference.missing + (reference.kind === 'categorical' ? reference.other : 0), 1);
}
