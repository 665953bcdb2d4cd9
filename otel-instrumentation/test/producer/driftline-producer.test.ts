import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { exampleProfile } from '../example-profile.ts';

async function pointsOf(producer: DriftlineProducer, name: string) {
  const { resourceMetrics, errors } = await producer.collect();
  expect(errors).toEqual([]);
  const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
  return metrics.find((metric) => metric.descriptor.name === name)?.dataPoints ?? [];
}

test('a histogram is exactly what was recorded, negative values included', async () => {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const monitor = createMonitor(exampleProfile(), { registry });
  for (const age of [-4, 25, 30, 90]) monitor.record({ features: { age } });
  const [age] = await pointsOf(producer, 'ml.feature.value');
  expect(age?.value).toEqual({
    buckets: { boundaries: [25, 35, 61], counts: [2, 1, 0, 1] },
    count: 4,
    sum: 141,
  });
});

test('models stand side by side in one metric, and one of the same name and version takes the place of the other', async () => {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  createMonitor(exampleProfile('a'), { registry });
  createMonitor(exampleProfile('b'), { registry });
  expect(await pointsOf(producer, 'ml.reference.rows')).toHaveLength(2);
  createMonitor(exampleProfile('a'), { registry });
  expect(await pointsOf(producer, 'ml.reference.rows')).toHaveLength(2);
});

test('without a model there is nothing to export, and nothing fails', async () => {
  const { resourceMetrics } = await new DriftlineProducer(new ModelRegistry()).collect();
  expect(resourceMetrics.scopeMetrics[0]?.metrics).toEqual([]);
});

test('extremes are those since the last collection', async () => {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  const monitor = createMonitor(exampleProfile(), { registry });
  const extremes = async () => {
    const { resourceMetrics } = await producer.collect();
    const metrics = resourceMetrics.scopeMetrics.flatMap((scope) => scope.metrics);
    const valueOf = (name: string) => metrics.find((each) => each.descriptor.name === name)?.dataPoints[0]?.value;
    return [valueOf('ml.feature.min'), valueOf('ml.feature.max')];
  };
  for (const age of [-4, 30, 90]) monitor.record({ features: { age } });
  expect(await extremes()).toEqual([-4, 90]);
  monitor.record({ features: { age: 20 } });
  expect(await extremes()).toEqual([20, 20]);
  expect(await extremes()).toEqual([undefined, undefined]);
});

// A service may load this package as an ES module and as a CommonJS one: what one copy records, the other exports.
test('numeric features that another copy of the package records leave whole', async () => {
  const registry = new ModelRegistry();
  const producer = new DriftlineProducer(registry);
  jest.resetModules();
  const copy = await import('../../src/models/create-monitor.ts');
  expect(copy.createMonitor).not.toBe(createMonitor);
  copy.createMonitor(exampleProfile(), { registry }).record({ features: { age: 30 } });
  for (const name of ['ml.feature.value', 'ml.feature.deviation.squared', 'ml.feature.min']) {
    expect([name, (await pointsOf(producer, name)).length]).toEqual([name, 1]);
    registry.monitors[0]?.record({ features: { age: 30 } });
  }
});

test('shares of problems in the training data are exported where there are any, and outliers by the same limit only', async () => {
  const sharesWith = async (numeric: object, limits: { outlierLimit?: number } = {}) => {
    const profile = exampleProfile();
    Object.assign(profile.features[0] as object, numeric);
    const registry = new ModelRegistry();
    createMonitor(profile, { registry, ...limits });
    const producer = new DriftlineProducer(registry);
    const problems = await pointsOf(producer, 'ml.reference.feature.problem.ratio');
    const missing = await pointsOf(producer, 'ml.reference.feature.missing.ratio');
    const of = (points: typeof problems) =>
      points.map(({ attributes, value }) => [attributes['ml.feature.problem'], value]);
    return { problems: of(problems), missing: of(missing)[0]?.[1] };
  };
  // 80 of the 100 rows of the example have a value.
  expect(await sharesWith({})).toEqual({ problems: [], missing: 0.2 });
  expect(await sharesWith({ invalid: 0, outliers: { limit: 4, rows: 0 } })).toEqual({ problems: [], missing: 0.2 });
  const counted = { missing: 5, invalid: 15, outliers: { limit: 4, rows: 10 } };
  const invalid = ['invalid', 0.15];
  expect(await sharesWith(counted)).toEqual({ problems: [invalid, ['outlier', 0.1]], missing: 0.05 });
  expect(await sharesWith(counted, { outlierLimit: 3 })).toEqual({ problems: [invalid], missing: 0.05 });
});
