import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { stringify } from 'yaml';
import { startIncomeReplica, startIncomeTraffic } from '@driftline/income-service';
import { query, startAlertmanager, startStore, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_RULE_OPTIONS, prometheusRules } from '@driftline/shared';
import { ROUTING_KEY, writeLocalConfig } from './local-config.ts';
import { startReceivers, type Receivers } from './receivers.ts';

const SCENARIO = fileURLToPath(new URL('alert-path.scenario.json', import.meta.url));

describeWithStore('alertmanager', 'from the example service to Slack and PagerDuty', () => {
  const stops: (() => Promise<void>)[] = [];
  let receivers: Receivers;
  let store: Store;
  let phase = '';

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'driftline-alert-path-'));
    stops.push(() => Promise.resolve(rmSync(folder, { recursive: true })));
    receivers = await startReceivers();
    stops.push(receivers.close);
    // Longer than the features of a model take to cross their limits one by one.
    const config = writeLocalConfig(folder, { ...receivers, groupWait: '6s', groupInterval: '1s' });
    const alertmanager = await startAlertmanager(config);
    stops.push(alertmanager.close);
    const rules = join(folder, 'rules.yml');
    const windows = { longWindow: '10s', shortWindow: '5s', holdFor: '1s', keepFiringFor: '1s' };
    writeFileSync(rules, stringify(prometheusRules({ ...DEFAULT_RULE_OPTIONS, ...windows })));
    const metricsPort = await getPort({ host: '127.0.0.1' });
    store = await startStore({
      kind: 'prometheus',
      scrapeTargets: [`127.0.0.1:${metricsPort}`],
      rules: { files: [rules], alertmanagers: [alertmanager.url], evaluationSeconds: 1 },
    });
    stops.push(store.close);
    const replica = await startIncomeReplica({ exporter: 'prometheus', metricsPort });
    stops.push(replica.stop);
    // Labels come after the end: accuracy over ten seconds is noise.
    const options = { scenario: SCENARIO, rate: 200, labelDelayMs: 120_000 };
    const traffic = startIncomeTraffic([replica.url], (next) => (phase = next.phase), options);
    stops.push(traffic.stop);
  });

  afterAll(async () => {
    for (const stop of stops.reverse()) await stop();
  });

  test('a quiet service sends nothing', async () => {
    await waitUntil(
      'the trouble',
      () => phase,
      (name) => name === 'trouble',
    );
    // The rules were evaluated, of all that the alerts need, and none fired.
    expect(await query(store.url, 'driftline:psi:10s{ml_feature_name="age"}')).toHaveLength(1);
    expect([receivers.slack, receivers.pagerduty, receivers.refused]).toEqual([[], [], []]);
  });

  test('trouble with four features is two incidents and one warning', async () => {
    await waitUntil(
      'the recovery',
      () => phase,
      (name) => name === 'recovery',
    );
    const { slack, pagerduty, refused } = receivers;
    expect(refused).toEqual([]);

    // Both features that drift far are one incident, and what is missing is another.
    const incidents = Object.groupBy(pagerduty, (event) => event.payload.group ?? '');
    expect(Object.keys(incidents).sort()).toEqual(['data quality', 'drift']);
    for (const events of Object.values(incidents)) {
      expect(new Set(events?.map((event) => event.dedup_key)).size).toBe(1);
    }
    const drift = incidents['drift']?.at(-1);
    expect(drift).toMatchObject({
      routing_key: ROUTING_KEY,
      event_action: 'trigger',
      payload: { severity: 'critical', component: 'income 1.0.0', class: 'psi' },
    });
    expect(drift?.payload.summary).toBe('income 1.0.0: Feature drift: PSI above 0.25 (2 alerts)');
    const firing = String(drift?.payload.custom_details?.['firing']);
    expect(firing.trim().split('\n')).toEqual([
      expect.stringMatching(/^PSI of age \(income 1\.0\.0\) is \d\.\d{3}, above 0\.25, since .* UTC/),
      expect.stringMatching(/^PSI of education-num \(income 1\.0\.0\) is \d\.\d{3}, above 0\.25, since .* UTC/),
    ]);
    const missing = incidents['data quality']?.at(-1);
    expect(missing?.payload.summary).toBe('income 1.0.0: Missing values: 5 points above the training share');

    // The critical alerts have warnings too, which say nothing new. The third feature has a warning alone.
    expect(slack).toHaveLength(1);
    const [warning] = slack[0]?.attachments ?? [];
    expect(warning).toMatchObject({ title: '[WARNING] income 1.0.0: Feature drift: PSI above 0.1', color: 'warning' });
    expect(warning?.text).toMatch(
      /^\*Feature drift: PSI above 0\.1\*\n• PSI of hours-per-week \(income 1\.0\.0\) is 0\.\d/,
    );
    expect(warning?.text.split('\n').filter((line) => line.startsWith('•'))).toHaveLength(1);
  });

  test('each incident is resolved after the recovery', async () => {
    const { slack, pagerduty } = receivers;
    const last = () => Object.fromEntries(pagerduty.map((event) => [event.payload.group, event.event_action]));
    await waitUntil('the incidents to be resolved', last, (events) =>
      Object.values(events).every((action) => action === 'resolve'),
    );
    expect(last()).toEqual({ drift: 'resolve', 'data quality': 'resolve' });
    // On its way down, what was critical is a warning for a while.
    const warnings = () => {
      const all = slack
        .flatMap(({ attachments }) => attachments)
        .filter(({ title }) => title.includes('Feature drift'));
      return all.at(-1)?.title ?? '';
    };
    await waitUntil('the warning to be resolved', warnings, (title) => title.startsWith('[RESOLVED] income 1.0.0: '));
    await waitUntil(
      'all alerts to be over',
      () => query(store.url, 'ALERTS{alertstate="firing"}'),
      (firing) => firing.length === 0,
    );
    expect(receivers.refused).toEqual([]);
  });
});
