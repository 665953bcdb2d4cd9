import { ruleWindows } from '../../src/alert-config/rule-windows.ts';

test.each([
  [{}, '1h', '5m'],
  [{ window: '6h', shortWindow: '30m' }, '6h', '30m'],
  // Enough in any case: the windows stay.
  [{ rate: '100 per second' }, '1h', '5m'],
  [{ rate: '300 per hour' }, '1h', '5m'],
  // Of Poisson counts, 97 of 100 are above the minimum of 200 where the mean is (1 + √201)² = 230.4.
  [{ rate: '20 per hour' }, '12h', '60m'],
  [{ rate: '20 per hour', minimumObservations: 50 }, '4h', '20m'],
  [{ rate: '100 per day' }, '3d', '6h'],
  [{ runsEvery: '1d' }, '27h', '5m'],
  [{ runsEvery: '1w' }, '8d', '5m'],
  [{ runsEvery: '1d', window: '2d' }, '2d', '5m'],
  // As many runs as the minimum takes.
  [{ runsEvery: '1d', rate: '100 per day' }, '4d', '5m'],
])('%j gives a window of %s, and of %s to resolve', (settings, longWindow, shortWindow) => {
  expect(ruleWindows(settings)).toEqual({ longWindow, shortWindow });
});

test('a rate that no store keeps long enough for is refused', () => {
  expect(ruleWindows({ rate: '10 per day' })).toEqual({
    fault: expect.stringMatching(
      /^is 10 per day, at which 200 observations take 24d, .*: lower minimumObservations/,
    ) as string,
  });
});
