import type { ClassCounts } from './confusion-matrix.ts';

/** Harmonic mean of precision and recall of one class; NaN when it was neither predicted nor actual. */
export const f1OfClass = ({ truePositives, predicted, actual }: ClassCounts<number>): number =>
  (2 * truePositives) / (predicted + actual);
