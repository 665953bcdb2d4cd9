import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Whole numbers from 0 below `most` that are the same in every run. */
export function seeded(seed: number): (most: number) => number {
  const generator = xoroshiro128plus(seed);
  return (most) => uniformInt(generator, 0, most - 1);
}
