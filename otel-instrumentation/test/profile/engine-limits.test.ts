import { engineLimits } from '../../src/profile/engine-limits.ts';

const GB = 1024 ** 3;
const MB = 1024 ** 2;

test.each<[number, number, number, number]>([
  [64 * GB, 32, 400 * MB, 3],
  [64 * GB, 2, 400 * MB, 2],
  [1 * GB, 8, 256 * MB, 2],
  [GB / 4, 8, 128 * MB, 1],
])('a machine of %d bytes and %d processors', (machine, processors, memory, threads) => {
  expect(engineLimits(machine, processors)).toEqual({ memory, threads });
});

test('this machine has limits', () => {
  const { memory, threads } = engineLimits();
  expect(memory).toBeGreaterThanOrEqual(128 * MB);
  expect(memory).toBeLessThanOrEqual(400 * MB);
  expect(threads).toBeGreaterThanOrEqual(1);
});
