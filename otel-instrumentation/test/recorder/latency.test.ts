import { Latency } from '../../src/recorder/latency.ts';

test('calls that succeed are counted from the start on, failures apart by their type', () => {
  const latency = new Latency();
  expect([latency.succeeded.sum, latency.failed.size]).toEqual([0, 0]);
  latency.record(0.25);
  latency.recordFailure(0.5, new TypeError('x'));
  latency.recordFailure(0.25, new TypeError('y'));
  latency.recordFailure(1, 'text');
  expect(latency.succeeded.sum).toBe(0.25);
  expect([...latency.failed].map(([type, durations]) => [type, durations.sum])).toEqual([
    ['TypeError', 0.75],
    ['string', 1],
  ]);
});

test.each([NaN, -1, Infinity, '1'])('a duration of %p is left out', (seconds) => {
  const latency = new Latency();
  latency.record(seconds);
  latency.recordFailure(seconds, new Error('x'));
  expect([latency.succeeded.counts().some((count) => count > 0), latency.failed.size]).toEqual([false, 0]);
});

test('the default threshold of 200 ms is a bound, so that the share above it is exact', () => {
  expect(new Latency().succeeded.edges).toContain(0.2);
});
