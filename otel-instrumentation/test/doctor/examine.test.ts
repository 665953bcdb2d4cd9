import { ATTRIBUTES, labelOf, type Series } from '@driftline/shared';
import { examine } from '../../src/doctor/examine.ts';
import type { StoreClient } from '../../src/doctor/store-client.ts';

const series = (model: string, value = 3, more: Record<string, string> = { instance: 'a' }): Series => ({
  labels: { [labelOf(ATTRIBUTES.modelName)]: model, [labelOf(ATTRIBUTES.modelVersion)]: '1', ...more },
  values: [value],
});

/** A store that answers each query by the first pattern that its text matches, and else with nothing. */
const storeOf = (answers: readonly (readonly [RegExp, readonly Series[]])[]): StoreClient => ({
  query: (promql) => {
    const found = answers.find(([pattern]) => pattern.test(promql))?.[1] ?? [];
    return Promise.resolve({ times: [0], series: found });
  },
});

const states = async (store: StoreClient, only?: string) =>
  (await examine(store, '5m', only)).map(({ model, findings }) => [
    model,
    Object.fromEntries(findings.map(({ what, state }) => [what, state])),
  ]);

test('an empty store has no models', async () => {
  expect(await examine(storeOf([]), '5m')).toEqual([]);
});

test('what is there is counted, what a model may lack is absent, and the rest is missing', async () => {
  const store = storeOf([
    [/increase/, [series('income', 120)]],
    [/ml_reference_rows|ml_feature_observations/, [series('income')]],
  ]);
  expect(await states(store)).toEqual([
    [
      'income',
      {
        'reference profile': 'here',
        'feature observations': 'here',
        predictions: 'missing',
        latency: 'missing',
        'group predictions': 'absent',
        outcomes: 'absent',
        traffic: 'here',
        replicas: 'here',
      },
    ],
  ]);
  const [examination] = await examine(store, '5m');
  expect(examination?.findings).toContainEqual({ what: 'traffic', state: 'here', detail: 'about 120 values in 5m' });
});

test('series without an instance are a fault, since replicas overwrite each other', async () => {
  const [examination] = await examine(storeOf([[/ml_reference_rows/, [series('income', 3, {})]]]), '5m');
  expect(examination?.findings.find(({ what }) => what === 'replicas')).toMatchObject({
    state: 'missing',
    detail: expect.stringContaining('set service.instance.id') as string,
  });
});

test('one model can be checked alone', async () => {
  const store = storeOf([[/ml_reference_rows/, [series('income'), series('credit')]]]);
  expect((await states(store)).map(([model]) => model)).toEqual(['credit', 'income']);
  expect((await states(store, 'income')).map(([model]) => model)).toEqual(['income']);
});
