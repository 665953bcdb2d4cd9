import type { ClassCounts } from './confusion-matrix.ts';

/** Share of the outcomes actually of a class that were predicted as it; NaN when no outcome is of it. */
export const recallOfClass = ({ truePositives, actual }: ClassCounts<number>): number => truePositives / actual;
