import {
  DataPointType,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
  AggregationTemporality,
  type MetricData,
} from '@opentelemetry/sdk-metrics';
import fc from 'fast-check';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { limitsFrom } from '../../src/recorder/limits.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import type { ModelRecording } from '../../src/recorder/model-recording.ts';
import type { MonitorOptions } from '../../src/recorder/model-monitor.ts';
import type { NumericFeature } from '../../src/recorder/numeric-feature.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { exampleProfile } from '../example-profile.ts';

function setUp(profile: object = exampleProfile(), options: MonitorOptions = {}) {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const exporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter,
    metricProducers: [producer],
    exportIntervalMillis: 1e8,
  });
  const meterProvider = new MeterProvider({ readers: [reader] });
  const monitor = createMonitor(profile, { minimumGroupSize: 0, ...options, registry });
  /** Values of a metric by the attributes beside the model's, in their order. */
  const collect = async (): Promise<Record<string, Record<string, number>>> => {
    exporter.reset();
    await meterProvider.forceFlush();
    const metrics = exporter.getMetrics().flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
    return Object.fromEntries(metrics.map((metric) => [metric.descriptor.name, valuesOf(metric)]));
  };
  return { monitor, collect, close: () => meterProvider.shutdown() };
}

function valuesOf(metric: MetricData): Record<string, number> {
  if (metric.dataPointType === DataPointType.EXPONENTIAL_HISTOGRAM) return {};
  return Object.fromEntries(
    metric.dataPoints.map(({ attributes, value }) => {
      const names = Object.entries(attributes).filter(([name]) => !/^ml\.(model|profile)\./.test(name));
      return [names.map(([, each]) => String(each)).join('/'), typeof value === 'number' ? value : value.count];
    }),
  );
}

test('every known series is there before the first prediction, as zero', async () => {
  const { collect, close } = setUp();
  const metrics = await collect();
  expect(metrics['ml.feature.observations']).toEqual({
    'age/≤25': 0,
    'age/(25, 35]': 0,
    'age/(35, 61]': 0,
    'age/>61': 0,
    'work/Private': 0,
    'work/State': 0,
    'work/7': 0,
    'work/other': 0,
  });
  expect(metrics['ml.predictions']).toEqual({ no: 0, yes: 0, other: 0 });
  expect(Object.keys(metrics['ml.group.predictions'] ?? {})).toHaveLength(12);
  expect(metrics['ml.reference.feature.ratio']).toMatchObject({ 'age/≤25': 0.125, 'work/other': 0.1 });
  expect(metrics['ml.reference.feature.missing.ratio']).toEqual({ age: 0.2, work: 0 });
  expect(metrics['ml.reference.prediction.favorable']).toEqual({ no: 0, yes: 1 });
  await close();
});

test('wrap gives back what the function gives, and records features, class, group and latency', async () => {
  const { monitor, collect, close } = setUp();
  const service = {
    answer: 'yes',
    predict(this: { answer: string }, _row: object) {
      return { prediction: this.answer };
    },
  };
  const wrapped = { answer: 'yes', predict: monitor.wrap(service.predict) };
  const result = wrapped.predict({ age: 30, work: 'State', sex: 'Female' });
  expect(result).toEqual({ prediction: 'yes' });
  const metrics = await collect();
  expect(metrics['ml.feature.observations']).toMatchObject({ 'age/(25, 35]': 1, 'work/State': 1 });
  expect(metrics['ml.predictions']).toEqual({ no: 0, yes: 1, other: 0 });
  expect(metrics['ml.group.predictions']).toMatchObject({ 'sex/Female/yes': 1, 'sex/Female/no': 0 });
  expect(metrics['ml.prediction.duration']).toEqual({ '': 1 });
  await close();
});

test("a failure stays the service's own and is counted by its class", async () => {
  const { monitor, collect, close } = setUp();
  const fault = new TypeError('no such model');
  const failing = monitor.wrap(() => {
    throw fault;
  });
  const rejecting = monitor.wrap(() => Promise.reject(fault));
  expect(failing).toThrow(fault);
  await expect(rejecting()).rejects.toBe(fault);
  const metrics = await collect();
  expect(metrics['ml.prediction.duration']).toEqual({ '': 0, TypeError: 2 });
  expect(metrics['ml.predictions']).toEqual({ no: 0, yes: 0, other: 0 });
  await close();
});

test("an asynchronous result is the service's own promise", async () => {
  const { monitor, collect, close } = setUp();
  const promise = Promise.resolve('no');
  const wrapped = monitor.wrap((_row: object) => promise);
  expect(wrapped({ age: 30, work: 'State' })).toBe(promise);
  await promise;
  expect((await collect())['ml.predictions']).toMatchObject({ no: 1 });
  await close();
});

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};
const hostile = () =>
  new Proxy(
    {},
    {
      get: () => {
        throw new Error('get');
      },
      has: () => {
        throw new Error('has');
      },
      ownKeys: () => {
        throw new Error('keys');
      },
    },
  );
const getter = {
  get age(): number {
    throw new Error('getter');
  },
};

test.each<[string, unknown]>([
  ['null', null],
  ['undefined', undefined],
  ['a number', 42],
  ['a text', 'x'.repeat(1e6)],
  ['an array', [1, 2]],
  ['NaN and infinities', { age: NaN, work: Infinity }],
  ['a symbol', { age: Symbol('x'), work: Symbol('y') }],
  ['an extra feature', { age: 1, work: 'State', extra: 1 }],
  ['a getter that throws', getter],
  ['a proxy that throws', hostile()],
  ['a revoked proxy', revoked()],
  ['a function', () => undefined],
])('%s as features neither throws nor exports a number that is none', async (_what, features) => {
  const { monitor, collect, close } = setUp();
  expect(() =>
    monitor.record({ features, prediction: features, groups: features, durationSeconds: NaN }),
  ).not.toThrow();
  expect(() => monitor.record(features as object)).not.toThrow();
  expect(monitor.wrap(() => features)()).toBe(features);
  expect(() => monitor.recordFailure(features, -1)).not.toThrow();
  const metrics = await collect();
  const numbers = Object.values(metrics).flatMap((values) => Object.values(values));
  expect(numbers.filter((value) => !Number.isFinite(value))).toEqual([]);
  await close();
});

test('every row is counted in each feature, as a bin or as a problem', async () => {
  const { monitor, collect, close } = setUp();
  const rows = [{ age: 30, work: 'State' }, { age: '30' }, {}, null, getter, { age: -Infinity, work: 'Moon' }];
  for (const features of rows) monitor.record({ features });
  const { 'ml.feature.observations': seen = {}, 'ml.feature.problems': problems = {} } = await collect();
  const sum = (values: Record<string, number>, pattern: RegExp) =>
    Object.entries(values).reduce((total, [name, value]) => total + (pattern.test(name) ? value : 0), 0);
  for (const feature of ['age', 'work']) {
    const counted = sum(seen, new RegExp(`^${feature}/`)) + sum(problems, new RegExp(`^${feature}/(missing|invalid)`));
    expect([feature, counted]).toEqual([feature, rows.length]);
  }
  expect(problems).toMatchObject({ 'age/missing': 2, 'age/converted': 1, 'age/invalid': 2, 'work/unseen': 1 });
  await close();
});

test("another model's rows and unknown features are reported", async () => {
  const { monitor, close } = setUp();
  monitor.record({ features: { temperature: 20, wind: 3 } });
  expect(monitor.report()).toEqual({
    rows: 1,
    foreignRows: 1,
    unknownFeatures: ['temperature', 'wind'],
    unusablePredictions: 0,
    unknownPredictions: 0,
    unknownOutcomes: 0,
    absurdValues: 0,
    mergedOutcomes: 0,
    problems: [],
  });
  await close();
});

test('a million group values and classes stay bounded', async () => {
  const { monitor, collect, close } = setUp();
  for (let i = 0; i < 1000; i++) monitor.record({ prediction: `class ${i}`, groups: { sex: `group ${i}` } });
  const metrics = await collect();
  expect(metrics['ml.predictions']).toEqual({ no: 0, yes: 0, other: 1000 });
  expect(Object.keys(metrics['ml.group.predictions'] ?? {})).toHaveLength(12);
  expect(metrics['ml.group.predictions']).toMatchObject({ 'sex/other/other': 1000 });
  await close();
});

test('a thenable that is no promise is handed on untouched, because asking it might start it', async () => {
  const { monitor, collect, close } = setUp();
  const then = jest.fn();
  const lazy = { then };
  expect(monitor.wrap(() => lazy as unknown as string)()).toBe(lazy);
  expect(then).not.toHaveBeenCalled();
  expect((await collect())['ml.predictions']).toEqual({ no: 0, yes: 0, other: 0 });
  await close();
});

test('a replaced profile counts from zero under its own version, through the functions that are wrapped already', async () => {
  const { monitor, collect, close } = setUp();
  const predict = monitor.wrap((_row: object) => 'yes');
  predict({ age: 30 });
  monitor.replaceProfile(parseProfile({ ...exampleProfile(), model: { name: 'income', version: '2' } }));
  predict({ age: 30 });
  expect(monitor.recording.attributes).toMatchObject({ 'ml.model.version': '2' });
  const metrics = await collect();
  expect(metrics['ml.predictions']).toEqual({ no: 0, yes: 1, other: 0 });
  expect(metrics['ml.feature.observations']).toMatchObject({ 'age/(25, 35]': 1 });
  await close();
});

test('a group that is too small to hide in stays at zero until it is not', async () => {
  const { monitor, collect, close } = setUp(exampleProfile(), { minimumGroupSize: 3 });
  const one = () => monitor.record({ prediction: 'yes', groups: { sex: 'Female' } });
  one();
  one();
  expect((await collect())['ml.group.predictions']).toMatchObject({ 'sex/Female/yes': 0 });
  one();
  expect((await collect())['ml.group.predictions']).toMatchObject({ 'sex/Female/yes': 3, 'sex/Male/yes': 0 });
  await close();
});

test('the reference group of an attribute is exported, and nothing where the profile names none', async () => {
  const groups = [
    { attribute: 'sex', values: ['Female', 'Male'], privileged: 'Male' },
    { attribute: 'race', values: ['a', 'b'] },
  ];
  const { collect, close } = setUp({ ...exampleProfile(), groups });
  expect((await collect())['ml.reference.group.privileged']).toEqual({ 'sex/Female': 0, 'sex/Male': 1 });
  await close();
});

test('nothing is exported of a group of fewer than ten, unless the monitor says so', async () => {
  const { monitor, collect, close } = setUp(exampleProfile(), limitsFrom({}));
  for (let i = 0; i < 9; i++) monitor.record({ prediction: 'yes', groups: { sex: 'Female' } });
  expect((await collect())['ml.group.predictions']).toMatchObject({ 'sex/Female/yes': 0 });
  monitor.record({ prediction: 'yes', groups: { sex: 'Female' } });
  expect((await collect())['ml.group.predictions']).toMatchObject({ 'sex/Female/yes': 10 });
  await close();
});

test('classes and groups beyond the limit share `other`', async () => {
  const { monitor, collect, close } = setUp(exampleProfile(), { maximumLabels: 1 });
  monitor.record({ prediction: 'yes', groups: { sex: 'Male' } });
  const metrics = await collect();
  expect(metrics['ml.predictions']).toEqual({ no: 0, other: 1 });
  expect(metrics['ml.group.predictions']).toMatchObject({ 'sex/other/other': 1 });
  expect(metrics['ml.prediction.observations']).toEqual({ no: 0, other: 1 });
  expect(metrics['ml.reference.prediction.ratio']).toEqual({ no: 0.75, other: 0.25 });
  await close();
});

test('outcomes are a confusion matrix, over all and by group', async () => {
  const { monitor, collect, close } = setUp();
  monitor.record({ prediction: 'yes', groups: { sex: 'Female' }, id: 1 });
  monitor.recordOutcome({ id: 1, actual: 'no' });
  monitor.recordOutcome({ id: 2, actual: 'no' });
  const metrics = await collect();
  expect(metrics['ml.outcomes']).toMatchObject({
    'yes/no': 1,
    'no/no': 0,
    'sex/Female/yes/no': 1,
    'sex/Male/yes/no': 0,
  });
  expect(metrics['ml.outcome.problems']).toEqual({
    ...{ unmatched: 1, repeated: 0, invalid: 0, unknown_class: 0 },
    ...{ expired: 0, evicted: 0, replaced: 0, unscored: 0, invalid_score: 0 },
  });
  await close();
});

test('a regression exports its answers and its errors', async () => {
  const score = { edges: [10, 20], counts: [1, 2, 1], mean: 15, standardDeviation: 5, minimum: 0, maximum: 30 };
  const { monitor, collect, close } = setUp({
    ...exampleProfile(),
    prediction: { kind: 'regression', score },
    groups: [],
  });
  monitor.record({ prediction: -4 });
  monitor.recordOutcome({ prediction: 12, actual: 15 });
  monitor.record({ id: 'a', prediction: 3 });
  monitor.recordOutcome({ id: 'a', actual: 3 });
  const metrics = await collect();
  expect(metrics['ml.prediction.observations']).toEqual({ '≤10': 2, '(10, 20]': 0, '>20': 0 });
  expect(metrics['ml.reference.prediction.ratio']).toEqual({ '≤10': 0.25, '(10, 20]': 0.5, '>20': 0.25 });
  expect(metrics['ml.prediction.score']).toEqual({ '': 2 });
  // Only an outcome under the identifier of its prediction tells how long it took.
  expect(metrics['ml.outcome.delay']).toEqual({ '': 1 });
  expect(metrics['ml.outcome.error']).toEqual({ '': 2 });
  expect(metrics['ml.outcome.error.squared']).toEqual({ '': 9 });
  expect(metrics['ml.outcome.deviation']).toEqual({ above: 0, below: 3 });
  expect(metrics['ml.predictions']).toBeUndefined();
  await close();
});

test('attributes of the service stand on every series', async () => {
  const { collect, close } = setUp(exampleProfile(), { attributes: { team: 'risk' } });
  for (const [name, values] of Object.entries(await collect())) {
    expect([name, Object.keys(values).every((labels) => labels.startsWith('risk'))]).toEqual([name, true]);
  }
  await close();
});

test('collecting changes nothing that is counted', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(fc.integer({ min: 0, max: 90 }), fc.constant('collect'))), async (steps) => {
      const { monitor, collect, close } = setUp();
      for (const step of steps) {
        if (step === 'collect') await collect();
        else monitor.record({ features: { age: step }, prediction: 'yes' });
      }
      const rows = steps.filter((step) => step !== 'collect').length;
      const metrics = await collect();
      const ages = Object.entries(metrics['ml.feature.observations'] ?? {}).filter(([name]) => name.startsWith('age/'));
      expect(ages.reduce((sum, [, count]) => sum + count, 0)).toBe(rows);
      expect(metrics['ml.predictions']).toMatchObject({ yes: rows });
      await close();
    }),
    { numRuns: 30 },
  );
});

test('one absurd number leaves the sums of later windows as they are', async () => {
  const score = { edges: [10, 20], counts: [1, 2, 1], mean: 15, standardDeviation: 5, minimum: 0, maximum: 30 };
  const { monitor, close } = setUp({ ...exampleProfile(), prediction: { kind: 'regression', score }, groups: [] });
  const { features, predictions, outcomes } = monitor.recording;
  const sums = () => {
    const [age] = features as [NumericFeature];
    return [age.values.above, age.values.below, predictions.score?.sum, outcomes.errors?.squared, outcomes.above];
  };
  monitor.record({ features: { age: 1.7e18 }, prediction: 1.7e18 });
  monitor.recordOutcome({ prediction: 1.7e18, actual: 10 });
  const before = sums();
  for (let i = 0; i < 1000; i++) {
    monitor.record({ features: { age: 42 }, prediction: 12 });
    monitor.recordOutcome({ prediction: 12, actual: 10 });
  }
  expect(sums().map((each, i) => (each ?? NaN) - (before[i] ?? NaN))).toEqual([2000, 0, 12_000, 4000, 2000]);
  expect(monitor.report().absurdValues).toBe(3);
  await close();
});

describe('replacing a profile', () => {
  const second = (change: object = {}) =>
    ({ ...exampleProfile(), model: { name: 'income', version: '2' }, ...change }) as unknown as ReferenceProfile;

  test.each<[string, object]>([
    ['that is wrong', { features: [{ kind: 'numeric' }] }],
    [
      'whose labels are not distinct',
      { prediction: { kind: 'classification', classes: ['?', '\uFFFD'], counts: [1, 1] } },
    ],
  ])('by one %s changes nothing', async (_what, change) => {
    const { monitor, collect, close } = setUp();
    monitor.record({ features: { age: 30 }, prediction: 'yes' });
    expect(() => monitor.replaceProfile(second(change))).toThrow();
    expect(monitor.profile.model.version).toBe('1');
    expect((await collect())['ml.predictions']).toEqual({ no: 0, yes: 1, other: 0 });
    await close();
  });

  test('the next export has every series of the new one at zero', async () => {
    const { monitor, collect, close } = setUp();
    monitor.record({ features: { age: 30 }, prediction: 'yes', durationSeconds: 0.1 });
    await collect();
    monitor.replaceProfile(second());
    const metrics = await collect();
    for (const name of ['ml.feature.observations', 'ml.predictions', 'ml.prediction.duration', 'ml.feature.value']) {
      const counts = Object.values(metrics[name] ?? {});
      expect([name, counts.length > 0, counts.every((count) => count === 0)]).toEqual([name, true, true]);
    }
    await close();
  });

  test('a call that is under way is not counted under the new one, whether it succeeds or fails', async () => {
    const { monitor, collect, close } = setUp();
    const pending: PromiseWithResolvers<string>[] = [];
    const predict = monitor.wrap((_row: object) => {
      const call = Promise.withResolvers<string>();
      pending.push(call);
      return call.promise;
    });
    const results = [predict({ age: 30 }), predict({ age: 30 })];
    monitor.replaceProfile(second());
    pending[0]?.resolve('yes');
    pending[1]?.reject(new TypeError('late'));
    await Promise.allSettled(results);
    const metrics = await collect();
    expect(metrics['ml.predictions']).toEqual({ no: 0, yes: 0, other: 0 });
    expect(metrics['ml.prediction.duration']).toEqual({ '': 0 });
    expect(monitor.report().rows).toBe(0);
    await close();
  });

  test('a row that replaces the profile while it is read is counted under one of the two', async () => {
    const { monitor, close } = setUp();
    const before = monitor.recording;
    const row = {
      get age() {
        monitor.replaceProfile(second());
        return 30;
      },
      work: 'State',
    };
    monitor.record({ features: row, prediction: 'yes', durationSeconds: 0.1 });
    const counted = ({ rows, predictions, latency }: ModelRecording) => [
      rows,
      predictions.classified,
      latency.succeeded.sum,
    ];
    expect([counted(before), counted(monitor.recording)]).toEqual([
      [1, 1, 0.1],
      [0, 0, 0],
    ]);
    await close();
  });
});
