import type { ColumnFacts } from '../../src/profile/column-facts.ts';

/** Facts of a column of 100 rows, changed in the given ones. */
export function columnFacts(change: Partial<ColumnFacts>): ColumnFacts {
  return {
    present: 100,
    numbers: 0,
    distinct: 10,
    whole: 0,
    minimum: 0,
    maximum: 0,
    leadingZeros: 0,
    huge: 0,
    hugeTexts: [],
    texts: [],
    zeroText: undefined,
    ...change,
  };
}
