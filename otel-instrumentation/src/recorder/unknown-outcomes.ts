import { percent } from '../values/percent.ts';
import type { ModelRecording } from './model-recording.ts';
import { modelOf } from './recording-problem.ts';
import type { WarnOnce } from './warn-once.ts';

/** Outcomes below which a share would say nothing. */
const FEWEST = 20;

/** Warns once of outcomes with unknown classes, as soon as their share says something. */
export function warnOfUnknownOutcomes(warnings: WarnOnce, { outcomes, profile }: ModelRecording): void {
  const { classified, problems } = outcomes;
  const unknown = problems.unknown_class;
  if (unknown === 0 || classified < FEWEST) return;
  warnings.warn(
    `unknown outcomes in ${profile.model.version}`,
    `${unknown} of ${classified} outcomes of ${modelOf(profile)} (${percent(unknown / classified)}) have a predicted or an ` +
      'actual class that is not in the profile, and count as wrong. Record the classes as they stand in the training data, ' +
      'or build the profile again.',
  );
}
