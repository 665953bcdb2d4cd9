import type { ClassCounts } from './confusion-matrix.ts';

/** Share of the outcomes predicted as a class that are actually of it; NaN when it was never predicted. */
export const precisionOfClass = ({ truePositives, predicted }: ClassCounts<number>): number =>
  truePositives / predicted;
