import getPort from 'get-port';
import { query as ask, startStore, storeApi, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import {
  compile,
  DEFAULT_QUERY,
  evaluate,
  MEASURES,
  plan,
  type Labels,
  type MeasureId,
  type MeasureQuery,
  type ReferenceProfile,
} from '@driftline/shared';
import { createMonitor } from '../../src/models/create-monitor.ts';
import { ModelRegistry } from '../../src/models/model-registry.ts';
import { DriftlineProducer } from '../../src/producer/driftline-producer.ts';
import { startMetrics, type Metrics } from '../../src/setup/start-metrics.ts';
import { build, dataFile } from '../profile/build.ts';

interface Row {
  readonly age: number;
  readonly work: string;
  readonly approved: string;
  readonly score: number;
}

const ROWS = 1000;

/** Training data of which a later training has older people in other jobs. */
const rowsOf = (from: number, jobs: readonly string[], approved: number): Row[] =>
  Array.from({ length: ROWS }, (_, i) => ({
    age: from + ((i * 7919) % ROWS) / 20,
    work: jobs[i % jobs.length] as string,
    approved: i % 10 < approved ? 'yes' : 'no',
    score: (((i * 7907) % ROWS) / ROWS) ** approved,
  }));

const BEFORE = rowsOf(18, ['Private', 'State', 'None'], 3);
const AFTER = rowsOf(31.5, ['Private', 'Self', 'Federal', 'None'], 6);

async function trained(name: string, rows: readonly Row[]): Promise<ReferenceProfile> {
  const text = ['age,work,approved,score', ...rows.map((row) => Object.values(row).join(','))].join('\n');
  const { profile } = await build([dataFile(name, text)], { label: 'approved', score: 'score' });
  return profile;
}

/** Not zero without drift: what noise alone reaches, and the values of the features themselves. */
const OTHERS: readonly MeasureId[] = [
  'psi-critical-value',
  'chi-square-p-value',
  'mean',
  'standard-deviation',
  'minimum',
  'maximum',
];

/** Of outcomes and of calibrated scores, of which these replicas have none. */
const WITHOUT_VALUES: readonly MeasureId[] = ['prior-shift', 'score-psi'];

/** Measures that are zero without drift, of features and of predictions. */
const QUERIES: readonly MeasureQuery[] = MEASURES.filter(
  ({ id, family, subject }) =>
    ![...OTHERS, ...WITHOUT_VALUES].includes(id) &&
    ((family === 'drift' && subject !== 'bin') || family === 'data quality'),
).flatMap(({ id, inputs }): MeasureQuery[] => {
  const query = { ...DEFAULT_QUERY, measure: id, window: '5m' };
  return inputs.includes('of') ? [query, { ...query, of: { kind: 'prediction' } }] : [query];
});

/**
 * A model is trained again and deployed under the same version: one replica has the profile of each training, and the
 * traffic of each is like its own training data.
 */
describeWithStore('prometheus', 'in the middle of a rolling deployment', () => {
  let store: Store;
  const running: Metrics[] = [];

  beforeAll(async () => {
    const ports = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })];
    store = await startStore({ kind: 'prometheus', scrapeTargets: ports.map((port) => `127.0.0.1:${port}`) });
    const replay: (() => void)[] = [];
    for (const [i, rows] of [BEFORE, AFTER].entries()) {
      const profile = await trained(`training-${i}.csv`, rows);
      const registry = new ModelRegistry();
      const metrics = await startMetrics(
        { exporter: 'prometheus', port: ports[i] as number },
        new DriftlineProducer(registry),
      );
      running.push(metrics);
      const monitor = createMonitor(profile, { registry });
      replay.push(() => {
        for (const { approved, score, ...features } of rows) monitor.record({ features, prediction: approved, score });
      });
    }
    // A counter that is first seen after its first step has no increase.
    await waitUntil(
      'the counters of both replicas at zero',
      () => ask(store.url, 'count by (instance) (count_over_time(ml_feature_observations_total[1m]) >= 2)'),
      (samples) => samples.length === 2,
    );
    for (const each of replay) each();
    await waitUntil(
      'all rows of both replicas',
      () => ask(store.url, 'sum by (instance) (ml_feature_observations_total{ml_feature_name="age"}) >= 1000'),
      (samples) => samples.length === 2,
    );
  });

  afterAll(async () => {
    for (const each of running) await each.shutdown();
    await store?.close();
  });

  /** Values of a query by its labels, from the counts and from PromQL where the measure has it. */
  const roads = async (query: MeasureQuery): Promise<[Labels, number][][]> => {
    const api = storeApi(store.url);
    const texts = plan(query);
    const answers = await Promise.all(texts.map((text) => api.query(text)));
    const series = new Map(texts.map((text, i) => [text, answers[i]?.series ?? []]));
    const counted = evaluate(query, { times: [0], series }).map(({ labels, values }): [Labels, number] => [
      labels,
      values.value?.[0] ?? NaN,
    ]);
    if (!MEASURES.some(({ id, hasPromql }) => id === query.measure && hasPromql)) return [counted];
    const inStore = (await api.query(compile(query).promql)).series;
    return [counted, inStore.map(({ labels, values }) => [labels, values[0] ?? NaN])];
  };

  test.each(QUERIES.map((query) => [`${query.measure} of ${query.of?.kind ?? 'features'}`, query] as const))(
    '%s is near zero for each replica',
    async (_what, query) => {
      for (const road of await roads(query)) {
        const values = road.filter(([, value]) => !Number.isNaN(value));
        expect(new Set(values.map(([labels]) => labels['ml_profile_id'])).size).toBe(2);
        expect(new Set(values.map(([labels]) => labels['ml_model_version']))).toEqual(new Set(['1']));
        const beyond = values.filter(([, value]) => !(Math.abs(value) < 1e-6));
        expect(beyond).toEqual([]);
      }
    },
  );
});
