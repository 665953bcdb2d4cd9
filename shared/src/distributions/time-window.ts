import type { Where } from '../query/measure-query.ts';

/** Which series are counted, and over which time: those of the query over its own window unless given otherwise. */
export interface TimeWindow {
  /** How long ago the window ended, as a PromQL duration; now unless given. */
  readonly offset?: string;
  /** What the series are narrowed to, in place of the query's. */
  readonly where?: Where;
  /** Series of a histogram, in place of the query's. */
  readonly selector?: string;
}

/** The window of the query itself. */
export const NOW: TimeWindow = {};
