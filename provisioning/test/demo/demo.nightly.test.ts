import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { stringify } from 'yaml';
import { startIncomeReplica, startIncomeTraffic } from '@driftline/income-service';
import { query, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_ALERTS } from '@driftline/shared';
import { prometheusRulesOf } from '../../alert-rules.ts';
import { scrapedThrough, type ScrapedThrough } from './scraped-through.ts';

const SCENARIO = fileURLToPath(
  new URL('../../../otel-instrumentation/examples/income-service/scenarios/demo.json', import.meta.url),
);
/** What a command starts. */
const ACTS = ['no-traffic', 'reference-missing', 'telemetry-lost'];

describeWithStore('prometheus', 'the demo of docker compose, at its own speed', () => {
  const stops: (() => Promise<void>)[] = [];
  let store: Store;
  let metricsPort: number;
  let through: ScrapedThrough;
  let service: { readonly url: string; stop(): Promise<void> };
  let traffic: { stop(): Promise<void> };
  let phase = '';
  let start: number;

  const startTraffic = (): void => {
    traffic = startIncomeTraffic([service.url], (next) => (phase = next.phase), {
      scenario: SCENARIO,
      labelEvery: 1,
    });
  };
  /** Measures with a critical alert that fired in the last seconds, and those with one that fires. */
  const firedIn = async (seconds: number): Promise<string[]> => {
    const fired = await query(
      store.url,
      `group by (driftline_measure) (last_over_time(ALERTS{alertstate="firing",severity="critical"}[${seconds}s]))`,
    );
    return fired.map(({ labels }) => labels['driftline_measure'] ?? '').sort();
  };
  const firing = async (): Promise<string[]> =>
    (await query(store.url, 'ALERTS{alertstate="firing"}')).map(({ labels }) => labels['driftline_measure'] ?? '');
  const begins = (name: string, seconds: number) =>
    waitUntil(
      name,
      () => phase,
      (now) => now.startsWith(name),
      seconds,
    );

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftline-demo-'));
    stops.push(() => Promise.resolve(rmSync(folder, { recursive: true })));
    const rules = join(folder, 'rules.yaml');
    writeFileSync(rules, stringify(prometheusRulesOf('demo/alerts.yaml')));
    metricsPort = await getPort({ host: '127.0.0.1' });
    through = await scrapedThrough(metricsPort);
    stops.push(through.close);
    // As often as compose has it.
    store = await startStore({
      kind: 'prometheus',
      scrapeTargets: [through.target],
      scrapeSeconds: 5,
      rules: { files: [rules], alertmanagers: [], evaluationSeconds: 15 },
    });
    stops.push(store.close);
    service = await startIncomeReplica({ exporter: 'prometheus', metricsPort });
    stops.push(() => service.stop());
    start = Date.now();
    startTraffic();
    stops.push(() => traffic.stop());
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  test('nothing fires while it is steady', async () => {
    await begins('drift', 200);
    expect(await firedIn(120)).toEqual([]);
  });

  test('every other default alert fires within fifteen minutes of the start, and resolves', async () => {
    await begins('recovery', 900);
    const seconds = Math.round((Date.now() - start) / 1000);
    expect(seconds).toBeLessThan(900);
    expect(await firedIn(seconds)).toEqual(DEFAULT_ALERTS.filter((id) => !ACTS.includes(id)).sort());
    await waitUntil('all alerts to be over', firing, (measures) => measures.length === 0, 230);
  });

  test('no traffic, a lost reference and lost telemetry are seen, and are over when they are', async () => {
    const seen = (id: string) => waitUntil(`${id} to fire`, firing, (measures) => measures.includes(id), 180);
    const over = (id: string) => waitUntil(`${id} to be over`, firing, (measures) => !measures.includes(id), 180);
    // A model that never had much is not missed.
    await waitUntil(
      'traffic to remember',
      () => query(store.url, 'sum(ml_predictions_total)'),
      ([total]) => (total?.value ?? 0) > 3000,
    );
    await traffic.stop();
    await seen('no-traffic');
    startTraffic();
    await over('no-traffic');

    through.without = 'ml_reference_';
    await seen('reference-missing');
    through.without = undefined;
    await over('reference-missing');

    await service.stop();
    await traffic.stop();
    await seen('telemetry-lost');
    service = await startIncomeReplica({ exporter: 'prometheus', metricsPort });
    startTraffic();
    await over('telemetry-lost');
  });
});
