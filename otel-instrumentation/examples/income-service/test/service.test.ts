import type { Attributes } from '@opentelemetry/api';
import { createMonitor, DriftlineProducer, ModelRegistry } from '@driftline/otel';
import { readFileSync } from 'node:fs';
import type { ReferenceProfile } from '@driftline/shared';
import { PREDICTION_ID } from '../src/model/income-outcome.ts';
import { incomeService } from '../src/service.ts';
import { people } from '../src/traffic/people.ts';

const profile = JSON.parse(readFileSync(new URL('../profile.json', import.meta.url), 'utf8')) as ReferenceProfile;

test('an outcome is counted with the prediction that it names', async () => {
  const registry = new ModelRegistry();
  const service = incomeService(createMonitor(profile, { registry }));
  const [person] = people();
  const predicted = await service.inject({
    method: 'POST',
    url: '/predict',
    headers: { [PREDICTION_ID]: 'a' },
    payload: person as object,
  });
  const { prediction } = predicted.json<{ prediction: string }>();
  const known = await service.inject({ method: 'POST', url: '/outcomes', payload: [{ id: 'a', actual: '>50K' }] });
  expect(known.statusCode).toBe(204);
  const { resourceMetrics } = await new DriftlineProducer(registry).collect();
  const points = resourceMetrics.scopeMetrics
    .flatMap(({ metrics }) => metrics)
    .flatMap((metric): readonly { attributes: Attributes; value: unknown }[] =>
      metric.descriptor.name === 'ml.outcomes' ? metric.dataPoints : [],
    );
  const outcomes = points
    .filter(({ value }) => value === 1)
    .map(({ attributes }) => [attributes['ml.outcome.predicted'], attributes['ml.outcome.actual']]);
  expect(outcomes).toContainEqual([prediction, '>50K']);
});

test('what is no outcome is refused', async () => {
  const service = incomeService(createMonitor(profile, { registry: new ModelRegistry() }));
  const { statusCode } = await service.inject({ method: 'POST', url: '/outcomes', payload: [{ id: 5 }] });
  expect(statusCode).toBe(400);
});
