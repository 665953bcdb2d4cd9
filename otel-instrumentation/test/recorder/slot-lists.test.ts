import { SlotLists } from '../../src/recorder/slot-lists.ts';

test('slots leave in the order in which they came, or from the middle', () => {
  const lists = new SlotLists(2);
  lists.grow(8);
  for (const slot of [5, 3, 7, 2]) lists.append(1, slot);
  lists.remove(3);
  lists.append(0, 3);
  const left: number[] = [];
  for (let slot = lists.first(1); slot !== 1; slot = lists.first(1)) {
    lists.remove(slot);
    left.push(slot);
  }
  expect(left).toEqual([5, 7, 2]);
  expect(lists.first(0)).toBe(3);
  expect([lists.listOf(3), lists.listOf(7)]).toEqual([0, 1]);
});
