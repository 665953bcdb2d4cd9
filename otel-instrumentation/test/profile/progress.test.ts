import { counting, partOf, stepOf } from '../../src/profile/progress.ts';

test('parts and steps lie between the shares of the whole', () => {
  const shares: number[] = [];
  const whole = (share: number): void => void shares.push(share);
  partOf(whole, 0.5, 0.75)(0.5);
  stepOf(whole, 1, 4)(0);
  stepOf(partOf(whole, 0.5, 1), 1, 2)(1);
  expect(shares).toEqual([0.625, 0.25, 1]);
});

test('what is read is passed on and counted', async () => {
  const shares: number[] = [];
  async function* chunks() {
    yield* [Buffer.from('ab'), Buffer.from('cd')];
  }
  const read: string[] = [];
  for await (const chunk of counting(4, (share) => shares.push(share))(chunks())) read.push(String(chunk));
  expect([read, shares]).toEqual([
    ['ab', 'cd'],
    [0.5, 1],
  ]);
});
