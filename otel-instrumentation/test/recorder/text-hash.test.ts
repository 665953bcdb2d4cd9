import { TextHash } from '../../src/recorder/text-hash.ts';

const COUNT = 50_000;
/** A hash may be good under one seed and bad under another. */
const SEEDS = [12345, -1];

/** How many texts share a half of the hash with another one, and how many share all of it. */
function collisions(write: (i: number) => string, seed: number): { readonly halves: number[]; readonly both: number } {
  const hash = new TextHash(seed);
  const high = new Int32Array(COUNT);
  const low = new Int32Array(COUNT);
  for (let i = 0; i < COUNT; i++) {
    hash.take(write(i));
    high[i] = hash.high;
    low[i] = hash.low;
  }
  // As many bits as a number holds exactly.
  const most = Float64Array.from(high, (half, i) => half * 2 ** 21 + ((low[i] as number) & (2 ** 21 - 1)));
  return { halves: [high, low].map(equalOnes), both: equalOnes(most) };
}

/** Sorts numbers, and counts those that equal the one before. */
function equalOnes(numbers: Int32Array | Float64Array): number {
  const sorted = numbers.sort();
  let count = 0;
  for (let i = 1; i < sorted.length; i++) if (sorted[i] === sorted[i - 1]) count++;
  return count;
}

const hex = (i: number): string => i.toString(16).padStart(12, '0');

test.each([
  ['whole numbers', (i: number) => String(i)],
  ['UUIDs that differ at their end', (i: number) => `0192f0c1-7e5a-7cc3-98c4-${hex(i)}`],
  ['texts that differ at their start', (i: number) => `${hex(i)}-order-of-the-day`],
  ['texts that differ in two places', (i: number) => `${i % 448}-order-${Math.floor(i / 448)}`],
  ['texts of other alphabets', (i: number) => `заказ-${i}-注文`],
])('%s have hashes of their own', (_, write) => {
  for (const seed of SEEDS) {
    const { halves, both } = collisions(write, seed);
    expect([seed, both]).toEqual([seed, 0]);
    // By chance, 50,000 hashes of 32 bits meet 0.3 times, and 6 times less than once in 10⁷ runs.
    expect(Math.max(...halves)).toBeLessThan(6);
  }
});

test('the same text has the same hash, and of longer ones every letter matters', () => {
  const hash = new TextHash();
  const of = (text: string): readonly number[] => {
    hash.take(text);
    return [hash.high, hash.low];
  };
  expect(of('order 7')).toEqual(of(['order', '7'].join(' ')));
  const text = 'x'.repeat(256);
  const changed = Array.from(text, (_, i) => `${text.slice(0, i)}y${text.slice(i + 1)}`);
  expect(new Set([text, ...changed].map((each) => of(each).join())).size).toBe(257);
});
