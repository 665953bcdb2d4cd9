import { inOneBlock } from '../../src/recorder/count-memory.ts';

test('counts stand in one block, in the order in which they are asked for', () => {
  const { built, block } = inOneBlock((memory) => [memory.take(2), memory.take(0), memory.take(3)]);
  built.forEach((counts, i) => counts.fill(i + 1));
  expect([...new Float64Array(block)]).toEqual([1, 1, 3, 3, 3]);
});
