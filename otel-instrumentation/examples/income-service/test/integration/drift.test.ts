import { readFileSync } from 'node:fs';
import getPort from 'get-port';
import { query, startStore, type Sample, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import {
  compile,
  DEFAULT_QUERY,
  ratioToReference,
  featureBins,
  binIndex,
  parseProfile,
  populationStabilityIndex,
  psiCriticalValueOf,
  type FeatureReference,
  type MeasureQuery,
} from '@driftline/shared';
import { parseScenario, playedRows, Sender, type PlayedRow, type Replica } from '@driftline/example-common';
import { people, startIncomeReplica, type IncomePrediction, type Person } from '../../src/index.ts';

const ROWS = 4000;
const SCRAPE_SECONDS = 0.25;
const EXPORT_SECONDS = 0.5;
/** Slack of `increase()`, which extrapolates to the edges of its window. */
const TOLERANCE = 0.02;

const profile = parseProfile(JSON.parse(readFileSync(new URL('../../profile.json', import.meta.url), 'utf8')));
const binCount = profile.features.reduce((sum, feature) => sum + featureBins(feature).length, 0);

/** Everything that can go wrong at once: an age shift, lost occupations, fewer approvals for women. */
const scenario = parseScenario({
  phases: [
    {
      name: 'drift',
      seconds: 1,
      changes: [
        { add: { age: 15 } },
        { share: 0.3, set: { occupation: null } },
        { share: 0.5, where: { sex: 'Female' }, set: { 'capital-gain': 0 } },
      ],
    },
  ],
});

interface Sent {
  readonly person: Person;
  readonly answer: IncomePrediction;
}

describeWithStore('prometheus', 'two replicas, scraped by Prometheus', () => storyOf('prometheus'));
describeWithStore('victoria-metrics', 'two replicas, pushing OTLP/protobuf to VictoriaMetrics', () =>
  storyOf('victoria-metrics'),
);

function storyOf(kind: Store['kind']): void {
  let store: Store;
  let replicas: Replica[] = [];
  let sent: Sent[];
  let time: number;

  const ask = (change: Partial<MeasureQuery>): Promise<Sample[]> => {
    const { promql } = compile({
      ...DEFAULT_QUERY,
      window: '10m',
      ...change,
      where: { model: ['income'], ...change.where },
    });
    return query(store.url, promql, time);
  };

  const untilValue = (promql: string, wanted: number): Promise<Sample[]> =>
    waitUntil(
      `${promql} to be ${wanted}`,
      () => query(store.url, promql),
      ([sample]) => sample?.value === wanted,
    );
  /** Samples of a series in so many seconds: of scrapes here, of exports there. */
  const samplesIn = (seconds: number): number => seconds / (kind === 'prometheus' ? SCRAPE_SECONDS : EXPORT_SECONDS);

  beforeAll(async () => {
    // increase() stretches a series by half a scrape over its length, each replica's by a little more or less. Frequent
    // scrapes of a series that has stood for a while keep that far below the PSI of a feature that has not moved.
    store = await startStore({ kind, scrapeSeconds: SCRAPE_SECONDS });
    replicas = await startReplicas(store);
    // Every counter has to be seen at zero first, or its first step is lost.
    await untilValue('count(ml_feature_observations_total)', 2 * binCount);
    await untilValue('count(ml_group_predictions_total{ml_group_attribute="sex"})', 2 * 4 * 3);
    await untilValue('min(count_over_time(ml_feature_observations_total[10m])) >= bool ' + samplesIn(8), 1);
    sent = [];
    const sender = new Sender<IncomePrediction>(replicas.map((replica) => replica.url));
    const rows = playedRows(people(), scenario, 100, 42);
    await sendRows(sender, rows, 100, sent);
    // A histogram of the API begins with its first value, so the latency needs two steps to show a difference.
    await untilValue('count({__name__=~"ml_prediction_duration(_seconds)?_count"})', 2);
    await sendRows(sender, rows, ROWS - 100, sent);
    await sender.close();
    await untilValue('sum(ml_feature_observations_total{ml_feature_name="age"})', ROWS);
    await untilValue('sum(ml_group_predictions_total{ml_group_attribute="sex"})', ROWS);
    await Promise.all(replicas.map((replica) => replica.stop()));
    if (kind === 'prometheus') await untilValue('sum(up)', 0);
    else await fetch(`${store.url}/internal/force_flush`);
    // Well after the last sample, so that all series are extrapolated alike.
    time = Date.now() / 1000 + 3;
  });

  afterAll(async () => {
    await Promise.all(replicas.map((replica) => replica.stop()));
    await store?.close();
  });

  test('PSI of every feature equals the PSI of the rows that were sent', async () => {
    const samples = await ask({ measure: 'psi' });
    const measured = new Map(samples.map(({ labels, value }) => [labels['ml_feature_name'], value]));
    expect(measured.size).toBe(profile.features.length);
    for (const feature of profile.features) {
      const exact = populationStabilityIndex(
        liveCounts(feature, sent),
        featureBins(feature).map((bin) => bin.ratio),
      );
      expect([feature.name, relativeError(measured.get(feature.name), exact)]).toEqual([feature.name, within]);
    }
    expect(measured.get('age')).toBeGreaterThan(0.25);
    expect(measured.get('hours-per-week')).toBeLessThan(0.1);
  });

  test('the parts of each bin add up to the PSI', async () => {
    const parts = await ask({ measure: 'psi-contribution', where: { feature: ['age'] } });
    const [whole] = await ask({ measure: 'psi', where: { feature: ['age'] } });
    expect(parts).toHaveLength(10);
    expect(parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(whole?.value as number, 9);
  });

  test('disparate impact by sex equals the exact counts', async () => {
    const countsOf = (sex: string, favorable: string) => {
      const members = sent.filter(({ person }) => person['sex'] === sex);
      const numerator = members.filter(({ answer }) => answer.prediction === favorable).length;
      return { numerator, denominator: members.length };
    };
    // The profile names men as the group that the others are compared with.
    const [found] = await ask({ measure: 'disparate-impact', where: { group: ['sex'] } });
    const toMen = ratioToReference(countsOf('Female', '>50K'), countsOf('Male', '>50K'));
    expect(relativeError(found?.value, toMen)).toEqual(within);
    const [named] = await ask({
      measure: 'disparate-impact',
      where: { group: ['sex'] },
      favorable: '<=50K',
      privileged: 'Female',
    });
    const toWomen = ratioToReference(countsOf('Male', '<=50K'), countsOf('Female', '<=50K'));
    expect(relativeError(named?.value, toWomen)).toEqual(within);
  });

  test('missing share equals the exact counts', async () => {
    const samples = await ask({ measure: 'missing-share' });
    const exact = (name: string): number => {
      const missing = sent.filter(({ person }) => person[name] === null).length;
      return missing / ROWS;
    };
    const measured = (name: string) => samples.find(({ labels }) => labels['ml_feature_name'] === name)?.value;
    expect(exact('occupation')).toBeGreaterThan(0.25);
    expect(relativeError(measured('occupation'), exact('occupation'))).toEqual(within);
    expect(relativeError(measured('workclass'), exact('workclass'))).toEqual(within);
    expect(measured('age')).toBe(0);
  });

  test('the 99th percentile of the latency has a value', async () => {
    const [p99] = await ask({ measure: 'latency-quantile', quantile: 0.99 });
    expect(p99?.value).toBeGreaterThan(0);
    expect(p99?.value).toBeLessThan(10);
    const [errors] = await ask({ measure: 'error-share' });
    expect(errors?.value).toBe(0);
    const [throughput] = await ask({ measure: 'throughput' });
    expect(throughput?.value).toBeGreaterThan(0);
  });

  test('the critical value is that of the observations, the training rows and the bins', async () => {
    const [critical] = await ask({ measure: 'psi-critical-value', where: { feature: ['age'] } });
    // The store's own count, because increase() stretches a burst of two seconds by more than the tolerance.
    const [live] = await query(
      store.url,
      'sum(increase(ml_feature_observations_total{ml_feature_name="age"}[10m]))',
      time,
    );
    const exact = psiCriticalValueOf(live?.value as number, profile.rows, 10);
    expect(relativeError(critical?.value, exact)).toBeCloseTo(0, 9);
  });

  test('below the minimum there is no value', async () => {
    for (const measure of ['psi', 'disparate-impact', 'missing-share', 'latency-quantile'] as const) {
      expect(await ask({ measure, minimumObservations: 10 * ROWS })).toEqual([]);
    }
  });
}

async function startReplicas(store: Store): Promise<Replica[]> {
  const { otlpUrl } = store;
  if (otlpUrl !== undefined) {
    const replica = () => startIncomeReplica({ exporter: 'otlp-protobuf', otlpUrl, intervalMs: EXPORT_SECONDS * 1000 });
    return Promise.all([replica(), replica()]);
  }
  const ports = [await getPort({ host: '127.0.0.1' }), await getPort({ host: '127.0.0.1' })];
  const replicas = await Promise.all(
    ports.map((metricsPort) => startIncomeReplica({ exporter: 'prometheus', metricsPort })),
  );
  await store.setScrapeTargets(ports.map((port) => `127.0.0.1:${port}`));
  return replicas;
}

async function sendRows(
  sender: Sender<IncomePrediction>,
  rows: Generator<PlayedRow, never>,
  count: number,
  sent: Sent[],
): Promise<void> {
  for (let left = count; left > 0; left -= 50) {
    const batch = Array.from({ length: 50 }, () => rows.next().value.row);
    const answers = await Promise.all(batch.map((person) => sender.send(person)));
    batch.forEach((person, i) => sent.push({ person, answer: answers[i] as IncomePrediction }));
  }
}

/** Counts the raw rows bin by bin, in the order of the profile's bins. */
function liveCounts(feature: FeatureReference, rows: readonly Sent[]): number[] {
  const counts = new Array<number>(featureBins(feature).length).fill(0);
  for (const { person } of rows) {
    const value = person[feature.name];
    if (value === null) continue;
    const known =
      feature.kind === 'numeric'
        ? binIndex(feature.edges, value as number)
        : feature.categories.indexOf(value as string);
    const bin = known === -1 ? counts.length - 1 : known;
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts;
}

const within = expect.closeTo(0, -Math.log10(2 * TOLERANCE)) as number;

function relativeError(measured: number | undefined, exact: number): number {
  return (measured ?? NaN) / exact - 1;
}
