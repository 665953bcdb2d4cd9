import type { Histogram, Meter } from '@opentelemetry/api';
import { Latency } from '../../src/recorder/latency.ts';

function setUp() {
  const record = jest.fn();
  const createHistogram = jest.fn(() => ({ record }) as unknown as Histogram);
  const latency = new Latency({ createHistogram } as unknown as Meter, { model: 'm' });
  return { latency, record, createHistogram };
}

test('calls are recorded under the attributes of the model, failures also under their type', () => {
  const { latency, record } = setUp();
  latency.record(0.01);
  latency.record(0.02, 'TypeError');
  expect(record.mock.calls).toEqual([
    [0.01, { model: 'm' }],
    [0.02, { model: 'm', 'error.type': 'TypeError' }],
  ]);
});

test.each([NaN, -1, Infinity, '1'])('a duration of %p is left out', (seconds) => {
  const { latency, record } = setUp();
  latency.record(seconds as number);
  expect(record).not.toHaveBeenCalled();
});

test('the default threshold of 200 ms is a bound, so that the share above it is exact', () => {
  const { createHistogram } = setUp();
  expect(createHistogram).toHaveBeenCalledWith('ml.prediction.duration', {
    unit: 's',
    description: expect.any(String) as string,
    advice: { explicitBucketBoundaries: expect.arrayContaining([0.2]) as number[] },
  });
});
