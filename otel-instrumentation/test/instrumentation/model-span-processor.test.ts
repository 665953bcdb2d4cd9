import { SpanStatusCode } from '@opentelemetry/api';
import { TracerProvider } from '@opentelemetry/sdk-trace';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { ModelSpanProcessor } from '../../src/instrumentation/model-span-processor.ts';
import { exampleProfile } from '../example-profile.ts';

function setUp(observation?: ConstructorParameters<typeof ModelSpanProcessor>[0]['observation']) {
  const registry = new ModelRegistry();
  const monitor = createMonitor(exampleProfile(), { registry });
  const processor = new ModelSpanProcessor({
    monitors: () => registry.monitors,
    ...(observation === undefined ? {} : { observation }),
  });
  const tracer = new TracerProvider({ spanProcessors: [processor] }).getTracer('service');
  return { monitor, tracer };
}

test('a span of the documented attributes is a prediction with features, class, group and outcome', () => {
  const { monitor, tracer } = setUp();
  tracer
    .startSpan('predict', {
      attributes: {
        'ml.model.name': 'income',
        'ml.feature.value.age': 30,
        'ml.feature.value.work': 'State',
        'ml.group.value.sex': 'Female',
        'ml.prediction': 'yes',
        'ml.prediction.id': 'a',
      },
    })
    .end();
  monitor.recordOutcome({ id: 'a', actual: 'no' });
  const { features, predictions, outcomes } = monitor.recording;
  expect(features.map((feature) => feature.countOf(1))).toEqual([1, 1]);
  expect([...predictions.total]).toEqual([0, 1, 0]);
  expect([...(predictions.byGroup[0] ?? [])]).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect([...outcomes.total]).toEqual([0, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
});

test.each([{}, { 'ml.model.name': 'another' }, { 'ml.model.name': 'income', 'ml.model.version': '2' }])(
  'a span of no model or of another is left alone: %j',
  (attributes) => {
    const { monitor, tracer } = setUp();
    tracer
      .startSpan('predict', { attributes: { ...attributes, 'ml.feature.value.age': 30, 'ml.prediction': 'yes' } })
      .end();
    expect(monitor.report().rows).toBe(0);
    expect([...monitor.recording.predictions.total]).toEqual([0, 0, 0]);
  },
);

test('a span that failed is a failure and no prediction', () => {
  const { monitor, tracer } = setUp();
  const recordFailure = jest.spyOn(monitor, 'recordFailure');
  const span = tracer.startSpan('predict', { attributes: { 'ml.model.name': 'income', 'ml.prediction': 'yes' } });
  span.recordException(new RangeError('too long'));
  span.setStatus({ code: SpanStatusCode.ERROR }).end();
  expect(recordFailure.mock.calls[0]?.[0]).toMatchObject({ name: 'RangeError' });
  expect([...monitor.recording.predictions.total]).toEqual([0, 0, 0]);
});

test('attributes of the service itself can be mapped, and a mapping that throws hurts nobody', () => {
  const { monitor, tracer } = setUp(({ attributes }) => {
    if (attributes['input'] === undefined) throw new Error('no input');
    return { features: JSON.parse(String(attributes['input'])) as object };
  });
  const span = (attributes: object) =>
    tracer.startSpan('predict', { attributes: { 'ml.model.name': 'income', ...attributes } }).end();
  expect(() => span({})).not.toThrow();
  span({ input: '{"age": 30, "work": "State"}' });
  expect(monitor.report().rows).toBe(1);
});

test('a span may hold the probability of the positive class, or those of all classes', () => {
  const registry = new ModelRegistry();
  const monitor = createMonitor(exampleProfile(), { registry, classes: ['yes', 'no'], output: 'probabilities' });
  const processor = new ModelSpanProcessor({ monitors: [monitor] });
  const tracer = new TracerProvider({ spanProcessors: [processor] }).getTracer('service');
  for (const prediction of [0.25, [0.75, 0.25]]) {
    tracer.startSpan('predict', { attributes: { 'ml.model.name': 'income', 'ml.prediction': prediction } }).end();
  }
  // Of the order yes, no, one number is the probability of the last.
  expect([...monitor.recording.predictions.total]).toEqual([0, 2, 0]);
});
