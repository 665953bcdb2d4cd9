import { ATTRIBUTES, labelOf, type Series } from '@driftline/shared';
import { examine } from '../../src/doctor/examine.ts';
import type { StoreClient } from '../../src/doctor/store-client.ts';

const series = (name: string, more: Record<string, string> = {}, value = 3): Series => ({
  labels: { [labelOf(ATTRIBUTES.modelName)]: name, [labelOf(ATTRIBUTES.modelVersion)]: '1', ...more },
  values: [value],
});

/** A store that answers each query by the first pattern that its text matches, and else with nothing. */
function storeOf(answers: readonly (readonly [RegExp, readonly Series[]])[]) {
  const asked: string[] = [];
  const store: StoreClient = {
    query: (promql) => {
      asked.push(promql);
      const found = answers.find(([pattern]) => pattern.test(promql))?.[1] ?? [];
      return Promise.resolve({ times: [0], series: found });
    },
  };
  return { store, asked };
}

test('an empty store has no models', async () => {
  expect(await examine(storeOf([]).store, '5m')).toEqual([]);
});

test('what is there is counted, what a model may lack is absent, and the rest is missing', async () => {
  const { store } = storeOf([
    [
      /^count by .*__name__/,
      [
        series('income', { __name__: 'ml_reference_rows' }),
        series('income', { __name__: 'ml_feature_observations_total' }),
      ],
    ],
  ]);
  const [examination, ...others] = await examine(store, '5m');
  expect([examination?.model, examination?.version, others]).toEqual(['income', '1', []]);
  expect(examination?.findings.map(({ what, state }) => [what, state])).toEqual([
    ['reference profile', 'here'],
    ['feature observations', 'here'],
    ['predictions', 'missing'],
    ['latency', 'missing'],
    ['group predictions', 'absent'],
    ['outcomes', 'absent'],
    ['traffic', 'missing'],
    ['replicas', 'missing'],
  ]);
});

test('no query is asked twice', async () => {
  const { store, asked } = storeOf([]);
  await examine(store, '5m');
  expect(asked.length).toBeGreaterThan(10);
  expect(new Set(asked).size).toBe(asked.length);
});
