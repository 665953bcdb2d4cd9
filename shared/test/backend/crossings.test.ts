import fc from 'fast-check';
import { crossingsOf } from '../../src/backend/crossings.ts';

const found = (beyond: string, longestGap: number) => {
  const times = [...beyond].map((_, i) => i * 60);
  return crossingsOf(times, (index) => beyond[index] === 'x', longestGap).map(({ start, end }) => [start, end]);
};

test('a crossing ends at the recovery, or with the times', () => {
  expect(found('.xx..x', 0)).toEqual([
    [1, 3],
    [5, 6],
  ]);
  expect(found('...', 0)).toEqual([]);
  expect(found('', 300)).toEqual([]);
});

test('a gap as long as the longest is merged, a longer one is not', () => {
  expect(found('x..x', 120)).toEqual([[0, 4]]);
  expect(found('x...x', 120)).toEqual([
    [0, 1],
    [4, 5],
  ]);
});

test('crossings never overlap, and cover exactly what is beyond, apart from merged gaps', () => {
  const steps = fc.array(fc.record({ step: fc.integer({ min: 1, max: 100 }), isBeyond: fc.boolean() }));
  fc.assert(
    fc.property(steps, fc.integer({ min: 0, max: 200 }), (all, longestGap) => {
      let now = 0;
      const times = all.map(({ step }) => (now += step));
      const isBeyond = (index: number): boolean => all[index]?.isBeyond === true;
      const crossings = crossingsOf(times, isBeyond, longestGap);
      const at = (index: number): number => times[index] as number;
      for (const [i, { start, end }] of crossings.entries()) {
        expect(isBeyond(start) && isBeyond(end - 1)).toBe(true);
        const next = crossings[i + 1];
        if (next !== undefined) {
          expect(next.start).toBeGreaterThan(end);
          expect(at(next.start) - at(end)).toBeGreaterThan(longestGap);
        }
      }
      const covering = (index: number) => crossings.filter(({ start, end }) => start <= index && index < end);
      for (let index = 0; index < times.length; index++) {
        if (isBeyond(index)) {
          expect(covering(index)).toHaveLength(1);
          continue;
        }
        // From the recovery before it to the crossing after it.
        let [recovery, crossing] = [index, index];
        while (recovery > 0 && !isBeyond(recovery - 1)) recovery--;
        while (crossing < times.length && !isBeyond(crossing)) crossing++;
        const isMerged = recovery > 0 && crossing < times.length && at(crossing) - at(recovery) <= longestGap;
        expect(covering(index)).toHaveLength(isMerged ? 1 : 0);
      }
    }),
  );
});
