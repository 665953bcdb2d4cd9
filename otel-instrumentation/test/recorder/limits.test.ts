import { limitsFrom } from '../../src/recorder/limits.ts';

test('what is left out has its default', () => {
  expect(limitsFrom({ maximumLabels: 5 })).toEqual({
    outlierLimit: 4,
    maximumLabels: 5,
    minimumGroupSize: 10,
    maximumPending: 100_000,
    pendingTimeToLiveMs: 3_600_000,
  });
});

test.each([NaN, -1, 'many'])('%p is refused with its name and what to do', (value) => {
  expect(() => limitsFrom({ maximumPending: value as number })).toThrow(
    `maximumPending is ${value}: give a number that is not negative, such as 100000.`,
  );
});
