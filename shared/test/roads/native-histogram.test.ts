import { query as ask, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { ATTRIBUTES, compile, DEFAULT_QUERY, labelOf, type MeasureId, type MeasureQuery } from '../../src/index.ts';
import { populationStabilityIndex } from '../../src/statistics/psi.ts';

/** Prometheus keeps the durations of its own answers as native histograms: somebody else's, recorded long before us. */
const NAME = 'prometheus_http_request_duration_seconds';
const EDGES = [0.0002, 0.0005, 0.002];
const HANDLER = '/api/v1/query';
const OTHER = '/api/v1/label/:name/values';
const BIN = labelOf(ATTRIBUTES.featureBin);

describeWithStore('prometheus', 'a native histogram', () => {
  let store: Store;
  let time: number;

  beforeAll(async () => {
    store = await startStore({ kind: 'prometheus', extraArguments: ['--enable-feature=native-histograms'] });
    await store.setScrapeTargets([new URL(store.url).host]);
    const request = async (): Promise<void> => {
      await fetch(`${store.url}/api/v1/query?query=vector(1)`);
      await fetch(`${store.url}/api/v1/label/__name__/values`);
    };
    // A series has to be there before what it grows by is seen.
    await request();
    await waitUntil(
      'the first sample of the histogram',
      () => ask(store.url, `histogram_count(${NAME}{handler="${OTHER}"})`),
      (samples) => samples.length > 0,
    );
    for (let i = 0; i < 200; i++) await request();
    await waitUntil(
      'two hundred answers of each handler',
      () => Promise.all([counts(HANDLER), counts(OTHER)]),
      (seen) => Math.min(...seen) > 100,
    );
    // The last scrape that there is: no later one changes what was counted until then.
    const [last] = await ask(store.url, 'timestamp(prometheus_build_info)');
    time = last?.value ?? NaN;
  });

  afterAll(() => store.close());

  const counts = async (handler: string): Promise<number> => {
    const [sample] = await ask(store.url, `histogram_count(increase(${NAME}{handler="${handler}"}[10m]))`);
    return sample?.value ?? 0;
  };

  const compiled = (measure: MeasureId): ReturnType<typeof ask> => {
    const query: MeasureQuery = {
      ...DEFAULT_QUERY,
      measure,
      of: { kind: 'histogram', selector: `${NAME}{handler="${HANDLER}"}`, edges: EDGES, by: [], native: true },
      baseline: { kind: 'selector', selector: `${NAME}{handler="${OTHER}"}` },
      window: '10m',
      minimumObservations: 100,
    };
    return ask(store.url, compile(query).promql, time);
  };

  /** Share of one handler's answers between two durations, as the store itself gives it. */
  const shareBetween = async (handler: string, low: string, high: string): Promise<number> => {
    const promql = `histogram_fraction(${low}, ${high}, sum(increase(${NAME}{handler="${handler}"}[10m])))`;
    const [sample] = await ask(store.url, promql, time);
    return sample?.value ?? NaN;
  };

  const sharesOf = (handler: string): Promise<number[]> => {
    const bounds = ['-Inf', ...EDGES.map(String), 'Inf'];
    return Promise.all(bounds.slice(1).map((high, i) => shareBetween(handler, bounds[i] as string, high)));
  };

  test('its live shares are the fractions that the store gives', async () => {
    const samples = await compiled('live-share');
    const shares = new Map(samples.map(({ labels, value }) => [labels[BIN], value]));
    expect([...shares.keys()].sort()).toEqual(['(0.0002, 0.0005]', '(0.0005, 0.002]', '>0.002', '≤0.0002'].sort());
    const exact = await sharesOf(HANDLER);
    expect(['≤0.0002', '(0.0002, 0.0005]', '(0.0005, 0.002]', '>0.002'].map((bin) => shares.get(bin))).toEqual(
      exact.map((share) => expect.closeTo(share, 9)),
    );
    expect(exact.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9);
  });

  test('its PSI against another selector is that of these fractions', async () => {
    const [sample, ...others] = await compiled('psi');
    expect(others).toEqual([]);
    const [live, reference] = await Promise.all([sharesOf(HANDLER), sharesOf(OTHER)]);
    expect(sample?.value).toBeCloseTo(populationStabilityIndex(live, reference), 9);
  });
});
