import { LabelMatcher, type ReferenceProfile } from '@driftline/shared';
import { namesOf, modelOf } from './recording-problem.ts';

/** What the outputs of a model are. */
const OUTPUTS = ['class', 'probabilities', 'probability', 'number'] as const;

/**
 * - `class`: the predicted class
 * - `probabilities`: one for each class
 * - `probability`: one, of the positive class of two
 * - `number`: of a regression or a ranking
 */
export type OutputKind = (typeof OUTPUTS)[number];

/** How the outputs of a model are read. */
export interface OutputOptions {
  /** What the model returns; default: told by its first outputs. */
  readonly output?: OutputKind;
  /**
   * The classes in the order in which the model returns their probabilities, the positive one of two last; default: the
   * order in the profile, else by number if they are 0 to n − 1, or false and true.
   */
  readonly classes?: readonly (string | number | boolean)[];
  /**
   * Of two classes, the probability from which the favorable one is predicted; with one probability and in profiles
   * without a favorable class, the positive one. Default: the more probable class.
   */
  readonly threshold?: number;
}

/** The options that fit a profile, with labels as the profile writes them. */
export interface CheckedOutput {
  readonly kind: OutputKind | undefined;
  /** Classes in the order of the model; undefined if nothing says it. */
  readonly order: readonly string[] | undefined;
  readonly threshold: number | undefined;
}

/**
 * Checks options against a profile.
 *
 * @throws {RangeError} for an option that does not fit the profile
 */
export function checkOutput({ output, classes, threshold }: OutputOptions, profile: ReferenceProfile): CheckedOutput {
  const { prediction } = profile;
  if (output !== undefined && !OUTPUTS.includes(output)) {
    throw new RangeError(`output is ${String(output)}: choose from ${OUTPUTS.join(', ')}.`);
  }
  if (threshold !== undefined && !(threshold > 0 && threshold < 1)) {
    throw new RangeError(`threshold is ${String(threshold)}: give a number between 0 and 1, such as 0.5.`);
  }
  if (prediction?.kind !== 'classification') {
    if (classes !== undefined || threshold !== undefined || (output !== undefined && output !== 'number')) {
      throw new RangeError(
        `The profile of ${modelOf(profile)} has no classes: leave out the options classes and threshold, and any output ` +
          'but number, or build the profile with --task classification.',
      );
    }
    return { kind: output, order: undefined, threshold: undefined };
  }
  if (output === 'number') {
    throw new RangeError(
      `output is number, but the profile of ${modelOf(profile)} has classes: choose another output, or build the profile ` +
        'with --task regression.',
    );
  }
  const known = prediction.classes;
  if (known.length !== 2 && (output === 'probability' || threshold !== undefined)) {
    throw new RangeError(
      `${output === 'probability' ? 'output is probability' : 'threshold is set'}, but the profile of ${modelOf(profile)} ` +
        `has ${known.length} classes: it needs two.`,
    );
  }
  if (classes === undefined) {
    const order = prediction.order ?? naturalOrder(known);
    if (threshold !== undefined && order === undefined && prediction.favorable === undefined) {
      throw new RangeError(
        `threshold is set, but nothing says of which class: set classes too, or build the profile of ${modelOf(profile)} ` +
          'with --favorable.',
      );
    }
    return { kind: output, order, threshold };
  }
  const matcher = new LabelMatcher(known, { mode: prediction.labels });
  const order = classes.flatMap((label) => matcher.labelOf(label) ?? []);
  if (classes.length !== known.length || new Set(order).size !== known.length) {
    throw new RangeError(
      `classes is ${namesOf(classes.map(String))}, but the profile of ${modelOf(profile)} has ${namesOf(known)}: name each ` +
        'of these once, in the order of the model.',
    );
  }
  return { kind: output, order, threshold };
}

/** Labels that are their own order: 0 to n − 1, or false and true. */
export function naturalOrder(classes: readonly string[]): readonly string[] | undefined {
  const rank = (label: string): number =>
    /^(false|true)$/i.test(label) ? Number(label.length === 4) : /^\d+(\.0+)?$/.test(label) ? Number(label) : NaN;
  const ordered = [...classes].sort((a, b) => rank(a) - rank(b));
  return ordered.every((label, i) => rank(label) === i) ? ordered : undefined;
}
