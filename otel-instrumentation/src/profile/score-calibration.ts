import { binIndex, type LabelMatcher, type ScoreBins } from '@driftline/shared';
import { listed } from '../values/listed.ts';
import type { Statistic } from './statistics.ts';
import { TrainingError } from './training-error.ts';

/** Rows that the model was not trained on. */
export interface HeldOut {
  /** The name that the user knows them by. */
  readonly shown: string;
  /** Column with the ground truth. */
  readonly label: string;
  /** The classes of the profile. */
  readonly classes: LabelMatcher;
  /** Rows by the text of the label and by the score, rounded up to four digits as the scores of the training data are. */
  readonly rows: readonly Statistic[];
}

/**
 * How often the class was right in each bin of its score, in held-out rows. A label that is no class of the profile is not
 * of this class, as it is for outcomes.
 *
 * @param column - that of the score
 * @throws {TrainingError} for scores that are no probabilities, and for labels that are all or none of the class
 */
export function scoreCalibration(
  { class: label, edges }: Pick<ScoreBins, 'class' | 'edges'>,
  column: string,
  { shown, label: labels, classes, rows }: HeldOut,
  warn: (sentence: string) => void,
): NonNullable<ScoreBins['calibration']> {
  const usable = rows.flatMap(({ category, number, count }) => {
    const hasBoth = typeof category === 'string' && category !== '' && typeof number === 'number';
    return hasBoth ? [{ text: category, of: classes.labelOf(category), score: number, count: count ?? 0 }] : [];
  });
  const all = sumOf(rows.map(({ count }) => ({ count: count ?? 0 })));
  const used = sumOf(usable);
  if (used === 0) {
    throw new TrainingError(
      `No row of ${shown} has both a label in column ${labels} and a number in column ${column}: give held-out rows with both.`,
    );
  }
  if (used < all) {
    warn(
      `${all - used} of ${all} rows of ${shown} have no label in column ${labels} or no number in column ${column}: the ` +
        `score of ${label} is calibrated without them.`,
    );
  }
  const absurd = usable.find(({ score }) => score < 0 || score > 1);
  if (absurd !== undefined) {
    throw new TrainingError(
      `Column ${column} of ${shown} holds numbers that are no probabilities, such as ${absurd.score}: give numbers from 0 to 1.`,
    );
  }
  const positives = usable.filter(({ of }) => of === label);
  if (positives.length === 0 || positives.length === usable.length) {
    const texts = [...new Set(usable.map(({ text }) => text))].sort();
    throw new TrainingError(
      `Column ${labels} of ${shown} holds ${listed(texts)}, and ${positives.length === 0 ? 'never' : 'nothing but'} ${label}: ` +
        'give held-out rows of every class, with the labels of the training data.',
    );
  }
  const unknown = usable.filter(({ of }) => of === undefined);
  if (unknown.length > 0) {
    const texts = [...new Set(unknown.map(({ text }) => text))].sort();
    warn(
      `${sumOf(unknown)} of ${all} rows of ${shown} have a label that is no class of the profile, such as ` +
        `${listed(texts)}: they count as not ${label}.`,
    );
  }
  return { rows: byBin(usable, edges), positives: byBin(positives, edges) };
}

function byBin(
  rows: readonly { readonly score: number; readonly count: number }[],
  edges: readonly number[],
): number[] {
  const counts = Array<number>(edges.length + 1).fill(0);
  for (const { score, count } of rows) {
    const bin = binIndex(edges, score);
    counts[bin] = (counts[bin] as number) + count;
  }
  return counts;
}

function sumOf(rows: readonly { readonly count: number }[]): number {
  return rows.reduce((sum, { count }) => sum + count, 0);
}
