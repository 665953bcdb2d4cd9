/**
 * Asks for the help of another engine that is idle: it computes `laterValues` of the same query over the same answers.
 *
 * @param first - index of the first time that is its own
 * @returns undefined where no engine is idle; else what waits for it, and gives undefined if it failed
 */
export type Help = (first: number) => (() => LaterValues | undefined) | undefined;

/** Values of each subject at the later times, in the order of the subjects; none of one of which nothing is known then. */
export type LaterValues = readonly (readonly number[])[];

/** Values from which on two engines are faster: another has to put the series together once more. */
export const WORTH_HELP = 3000;
