import { limitsFrom } from '../../src/recorder/limits.ts';

test('what is left out has its default', () => {
  expect(limitsFrom({ maximumLabels: 5 })).toEqual({
    outlierLimit: 4,
    maximumLabels: 5,
    minimumGroupSize: 10,
    maximumPending: 100_000,
    pendingTimeToLiveMs: 3_600_000,
    rankingCutoffs: [],
  });
});

test.each([NaN, -1, 'many'])('%p is refused with its name and what to do', (value) => {
  expect(() => limitsFrom({ maximumPending: value as number })).toThrow(
    `maximumPending is ${value}: give a number that is not negative, such as 100000.`,
  );
});

test('places of rankings are sorted, each once', () => {
  expect(limitsFrom({ rankingCutoffs: [10, 5, 10] }).rankingCutoffs).toEqual([5, 10]);
});

test.each([[[0]], [[-5]], [[1.5]], [[NaN]], [['10']], [[1, 2, 3, 4, 5, 6]], [10], [null]])(
  '%j are no places',
  (value) => {
    expect(() => limitsFrom({ rankingCutoffs: value as unknown as number[] })).toThrow(
      'give a list of at most 5 places, such as [5, 10].',
    );
  },
);
