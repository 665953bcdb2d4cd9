import { metrics } from '@opentelemetry/api';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';

function setUp() {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  return { producer, monitor: createMonitor(exampleProfile(), { registry }) };
}

async function seriesOf(producer: DriftlineProducer): Promise<number> {
  const { resourceMetrics, errors } = await producer.collect();
  expect(errors).toEqual([]);
  return resourceMetrics.scopeMetrics
    .flatMap((scope) => scope.metrics)
    .reduce((sum, { dataPoints }) => sum + dataPoints.length, 0);
}

afterEach(() => metrics.disable());

test('a million distinct groups, categories and classes make no series', async () => {
  const { producer, monitor } = setUp();
  const before = await seriesOf(producer);
  for (let i = 0; i < 1_000_000; i++) {
    const name = `name ${i}`;
    monitor.record({ features: { work: name, sex: name }, prediction: name });
  }
  expect(await seriesOf(producer)).toBe(before);
  expect(monitor.recording.predictions.total.at(-1)).toBe(1_000_000);
  expect(monitor.recording.features[1]?.countOf(3)).toBe(1_000_000);
});

test('a gigantic text costs no memory', () => {
  const { monitor } = setUp();
  const gigantic = 'x'.repeat(100_000_000);
  monitor.record({ features: { work: gigantic, [gigantic]: 1 }, prediction: gigantic, id: gigantic });
  expect(monitor.report().unknownFeatures.every((name) => name.length <= 200)).toBe(true);
  expect(monitor.recording.features[1]?.problems.unseen).toBe(1);
  monitor.recordOutcome({ id: gigantic, actual: 'yes' });
  expect(monitor.recording.outcomes.problems.unmatched).toBe(1);
});

const hostile: [string, () => unknown][] = [
  [
    'a proxy that throws',
    () =>
      new Proxy(
        {},
        {
          get: () => {
            throw new Error('get');
          },
        },
      ),
  ],
  [
    'a proxy of an array that throws',
    () =>
      new Proxy([], {
        get: () => {
          throw new Error('get');
        },
      }),
  ],
  [
    'a revoked proxy',
    () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  ],
  [
    'a getter that throws',
    () => ({
      get age() {
        throw new Error('getter');
      },
    }),
  ],
  [
    'an object whose text throws',
    () => ({
      toString: () => {
        throw new Error('text');
      },
    }),
  ],
  ['a length that lies', () => ({ length: Number.MAX_SAFE_INTEGER })],
  [
    'a thenable',
    () => ({
      then: () => {
        throw new Error('then');
      },
    }),
  ],
  ['undefined', () => undefined],
  ['null', () => null],
  ['a symbol', () => Symbol('x')],
  ['a big integer', () => 10n],
];

test.each(hostile)('%s, wherever it stands, neither throws nor stops the next row', (_what, make) => {
  const { monitor } = setUp();
  const value = make();
  const calls: (() => unknown)[] = [
    () => monitor.record(value as object),
    () =>
      monitor.record({
        features: value,
        prediction: value,
        score: value,
        groups: value,
        id: value as string,
        durationSeconds: value as number,
      }),
    () => monitor.record({ features: { age: value, work: value, sex: value } }),
    () => monitor.recordBatch(value as object),
    () => monitor.recordBatch({ features: value as object as never, predictions: value as never, ids: value as never }),
    () =>
      monitor.recordBatch({ features: { age: value, work: [value] } as never, predictions: [value], scores: [value] }),
    () => monitor.recordOutcome(value as never),
    () => monitor.recordOutcome({ id: value as string, actual: value }),
    () => monitor.recordOutcome({ prediction: value, actual: value, groups: value }),
    () => monitor.recordFailure(value, value as number),
  ];
  for (const call of calls) expect(call).not.toThrow();
  const { rows } = monitor.report();
  monitor.record({ features: { age: 30, work: 'State' } });
  expect(monitor.report().rows).toBe(rows + 1);
});
