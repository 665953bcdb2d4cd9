import fc from 'fast-check';
import { NO_SLOT, SlotTable } from '../../src/recorder/slot-table.ts';

test('finds what was added and not removed, as a plain map does', () => {
  // Few hashes, so that cells are contended and gaps have to be closed around the end of the table.
  const half = fc.integer({ min: -4, max: 12 });
  const step = fc.record({ high: half, low: half, remove: fc.boolean() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const table = new SlotTable();
      const naive = new Map<string, number>();
      let next = 1;
      for (const { high, low, remove } of steps) {
        const key = `${high} ${low}`;
        const slot = table.find(high, low);
        expect(slot).toBe(naive.get(key) ?? NO_SLOT);
        if (slot !== NO_SLOT && remove) {
          table.remove(slot);
          naive.delete(key);
        } else if (slot === NO_SLOT) {
          // As full as it may be.
          table.grow(next + 1);
          table.add(next, high, low);
          naive.set(key, next++);
        }
        expect(table.size).toBe(naive.size);
      }
      for (const [key, slot] of naive)
        expect(table.find(...(key.split(' ').map(Number) as [number, number]))).toBe(slot);
    }),
  );
});
