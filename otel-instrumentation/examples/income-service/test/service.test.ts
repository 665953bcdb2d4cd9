import type { Attributes } from '@opentelemetry/api';
import { MODEL_VERSION, PREDICTION_ID } from '@driftline/example-common';
import { createMonitor, DriftlineProducer, ModelRegistry } from '@driftline/otel';
import type { FastifyInstance } from 'fastify';
import { CANARY, profileOf, STABLE } from '../src/model/versions.ts';
import { incomeService } from '../src/service.ts';
import { people } from '../src/traffic/people.ts';

interface Started {
  readonly service: FastifyInstance;
  /** Attributes of the points of a metric that are 1. */
  counted(metric: string): Promise<Attributes[]>;
}

function started(): Started {
  const registry = new ModelRegistry();
  const service = incomeService({
    monitor: createMonitor(profileOf(STABLE), { registry }),
    addModel: (profile) => createMonitor(profile, { registry }),
    removeModel: (monitor) => registry.remove(monitor),
  });
  const counted = async (name: string): Promise<Attributes[]> => {
    const { resourceMetrics } = await new DriftlineProducer(registry).collect();
    return resourceMetrics.scopeMetrics
      .flatMap(({ metrics }) => metrics)
      .filter(({ descriptor }) => descriptor.name === name)
      .flatMap(({ dataPoints }): readonly { attributes: Attributes; value: unknown }[] => dataPoints)
      .filter(({ value }) => value === 1)
      .map(({ attributes }) => attributes);
  };
  return { service, counted };
}

async function predict(service: FastifyInstance, id: string, version?: string): Promise<string> {
  const answer = await service.inject({
    method: 'POST',
    url: '/predict',
    headers: { [PREDICTION_ID]: id, ...(version === undefined ? {} : { [MODEL_VERSION]: version }) },
    payload: people()[0] as object,
  });
  expect(answer.statusCode).toBe(200);
  return answer.json<{ prediction: string }>().prediction;
}

test('an outcome is counted with the prediction that it names', async () => {
  const { service, counted } = started();
  const prediction = await predict(service, 'a');
  const known = await service.inject({ method: 'POST', url: '/outcomes', payload: [{ id: 'a', actual: '>50K' }] });
  expect(known.statusCode).toBe(204);
  const outcomes = (await counted('ml.outcomes')).map((attributes) => [
    attributes['ml.outcome.predicted'],
    attributes['ml.outcome.actual'],
  ]);
  expect(outcomes).toContainEqual([prediction, '>50K']);
});

test('what is no outcome is refused', async () => {
  const { statusCode } = await started().service.inject({ method: 'POST', url: '/outcomes', payload: [{ id: 5 }] });
  expect(statusCode).toBe(400);
});

describe('the canary', () => {
  const versionsOf = async ({ counted }: Started, metric: string): Promise<unknown[]> =>
    (await counted(metric)).map((attributes) => attributes['ml.model.version']);

  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  test('counts apart what it predicted, and ends when nobody asks for it any more', async () => {
    const running = started();
    await predict(running.service, 'a');
    expect(await versionsOf(running, 'ml.predictions')).toEqual([STABLE]);
    await predict(running.service, 'b', CANARY);
    const known = [{ id: 'b', actual: '>50K', version: CANARY }];
    await running.service.inject({ method: 'POST', url: '/outcomes', payload: known });
    expect(await versionsOf(running, 'ml.predictions')).toEqual([STABLE, CANARY]);
    expect(new Set(await versionsOf(running, 'ml.outcomes'))).toEqual(new Set([CANARY]));
    jest.advanceTimersByTime(29_000);
    await predict(running.service, 'c', CANARY);
    jest.advanceTimersByTime(29_000);
    expect(await versionsOf(running, 'ml.reference.prediction.favorable')).toEqual([STABLE, CANARY]);
    jest.advanceTimersByTime(1000);
    expect(await versionsOf(running, 'ml.reference.prediction.favorable')).toEqual([STABLE]);
  });

  test('a version that does not exist is not found', async () => {
    const { service } = started();
    const headers = { [MODEL_VERSION]: '9.9.9' };
    const answer = await service.inject({ method: 'POST', url: '/predict', headers, payload: {} });
    expect([answer.statusCode, answer.json<{ message: string }>().message]).toEqual([
      404,
      'Version 9.9.9 of the model is not served here.',
    ]);
  });
});
