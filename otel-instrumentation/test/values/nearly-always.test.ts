import { isNearlyAlways } from '../../src/values/nearly-always.ts';

test.each<[string, { count: number; of: number; training: number }, boolean]>([
  ['all of a hundred', { count: 100, of: 100, training: 0 }, true],
  ['nine of ten', { count: 90, of: 100, training: 0 }, true],
  ['less than nine of ten', { count: 89, of: 100, training: 0 }, false],
  ['too few to say', { count: 19, of: 19, training: 0 }, false],
  ['none at all', { count: 0, of: 0, training: 0 }, false],
  ['as in training', { count: 970, of: 1000, training: 0.97 }, false],
  ['all, and nearly all in training, too few to say', { count: 100, of: 100, training: 0.97 }, false],
  ['all, and nearly all in training', { count: 1000, of: 1000, training: 0.97 }, true],
  ['all, as in training', { count: 1000, of: 1000, training: 1 }, false],
])('%s', (_what, part, expected) => {
  expect(isNearlyAlways(part)).toBe(expected);
});
