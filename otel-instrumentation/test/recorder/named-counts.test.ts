import { increase, namedCounts, positionsOf } from '../../src/recorder/named-counts.ts';

test('names show what is counted at their position', () => {
  const names = ['missing', 'invalid'] as const;
  const counts = new Float64Array(2);
  const shown = namedCounts(names, counts);
  increase(counts, positionsOf(names).invalid, 3);
  expect({ ...shown }).toEqual({ missing: 0, invalid: 3 });
});
