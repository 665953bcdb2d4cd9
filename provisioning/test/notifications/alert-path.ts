import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { stringify } from 'yaml';
import { startIncomeReplica, startIncomeTraffic } from '@driftline/income-service';
import type { Traffic } from '@driftline/example-common';
import { query, startAlertmanager, startStore, startVmalert, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_RULE_OPTIONS, prometheusRules } from '@driftline/shared';
import { ROUTING_KEY, writeLocalConfig } from './local-config.ts';
import { startReceivers, type Receivers } from './receivers.ts';

const scenario = (act: string): string => fileURLToPath(new URL(`${act}.scenario.json`, import.meta.url));

/**
 * The way of an alert, with nothing replaced but Slack and PagerDuty.
 *
 * @param kind - the store; VictoriaMetrics leaves the rules to vmalert
 */
export function describeAlertPath(kind: 'prometheus' | 'victoria-metrics'): void {
  describeWithStore('alertmanager', `from the example service through ${kind} to Slack and PagerDuty`, () => {
    const stops: (() => Promise<void>)[] = [];
    let receivers: Receivers;
    let store: Store;
    let service: string;
    let traffic: Traffic | undefined;

    /** Goes on to an act, which lasts until the next one: how long it takes depends on the machine. */
    const play = async (act: 'quiet' | 'trouble'): Promise<void> => {
      const before = traffic;
      await new Promise<void>((begun) => {
        // Labels come after the end: accuracy over ten seconds is noise.
        const options = { scenario: scenario(act), rate: 200, labelDelayMs: 600_000 };
        traffic = startIncomeTraffic([service], () => begun(), options);
      });
      // The next one has begun, so that there is always traffic.
      await before?.stop();
    };

    beforeAll(async () => {
      const folder = mkdtempSync(join(tmpdir(), 'driftline-alert-path-'));
      stops.push(() => Promise.resolve(rmSync(folder, { recursive: true })));
      receivers = await startReceivers();
      stops.push(receivers.close);
      // Longer than the features of a model take to cross their limits one by one.
      const config = writeLocalConfig(folder, { ...receivers, groupWait: '10s', groupInterval: '1s' });
      const alertmanager = await startAlertmanager(config);
      stops.push(alertmanager.close);
      const rules = join(folder, 'rules.yml');
      const windows = { longWindow: '10s', shortWindow: '5s', holdFor: '1s', keepFiringFor: '1s' };
      writeFileSync(rules, stringify(prometheusRules({ ...DEFAULT_RULE_OPTIONS, ...windows })));
      const metricsPort = await getPort({ host: '127.0.0.1' });
      const ruleFiles = { files: [rules], alertmanagers: [alertmanager.url], evaluationSeconds: 1 };
      const scrapeTargets = [`127.0.0.1:${metricsPort}`];
      if (kind === 'prometheus') {
        store = await startStore({ kind, scrapeTargets, rules: ruleFiles });
        stops.push(store.close);
      } else {
        // Some queries of fairness are longer than it takes by default.
        store = await startStore({ kind, scrapeTargets, extraArguments: ['-search.maxQueryLen=64KB'] });
        stops.push(store.close, (await startVmalert(store.url, ruleFiles)).close);
      }
      const replica = await startIncomeReplica({ exporter: 'prometheus', metricsPort });
      stops.push(replica.stop);
      service = replica.url;
      stops.push(async () => traffic?.stop());
      await play('quiet');
    });

    afterAll(async () => {
      for (const stop of stops.reverse()) await stop();
    });

    test('a quiet service sends nothing', async () => {
      // The rules were evaluated over whole windows, and none fired.
      await waitUntil(
        'rules over whole windows',
        () => query(store.url, 'count_over_time(driftline:psi:10s{ml_feature_name="age"}[1m])'),
        ([evaluations]) => (evaluations?.value ?? 0) >= 10,
      );
      expect(await query(store.url, 'ALERTS{alertstate="firing"}')).toEqual([]);
      expect([receivers.slack, receivers.pagerduty, receivers.refused]).toEqual([[], [], []]);
    });

    test('trouble with four features is two incidents and one warning', async () => {
      const { slack, pagerduty, refused } = receivers;
      await play('trouble');
      await waitUntil(
        'two incidents and a warning',
        () => [new Set(pagerduty.map((event) => event.payload.group)).size, slack.length],
        ([incidents = 0, warnings = 0]) => incidents >= 2 && warnings >= 1,
      );
      // A ruler may see the second feature one evaluation after the first: it joins the incident.
      await waitUntil(
        'both features in the incident of drift',
        () =>
          String(pagerduty.findLast(({ payload }) => payload.group === 'drift')?.payload.custom_details?.['firing']),
        (firing) => firing.includes('PSI of age') && firing.includes('PSI of education-num'),
      );
      expect(refused).toEqual([]);

      const incidents = Object.groupBy(pagerduty, (event) => event.payload.group ?? '');
      // Both features that drift far are one incident, and what is missing is another.
      expect(Object.keys(incidents).sort()).toEqual(['data quality', 'drift']);
      for (const events of Object.values(incidents)) {
        expect(new Set(events?.map((event) => event.dedup_key)).size).toBe(1);
      }
      const drift = incidents['drift']?.at(-1);
      expect(drift).toMatchObject({
        routing_key: ROUTING_KEY,
        event_action: 'trigger',
        payload: { severity: 'critical', component: 'income 1.0.0' },
      });
      const firing = String(drift?.payload.custom_details?.['firing']);
      expect(firing).toMatch(/^PSI of age \(income 1\.0\.0\) is \d\.\d{3}, above 0\.25, since .* UTC/m);
      expect(firing).toMatch(/^PSI of education-num \(income 1\.0\.0\) is \d\.\d{3}, above 0\.25, since .* UTC/m);
      const missing = incidents['data quality']?.at(-1);
      expect(missing?.payload.summary).toBe('income 1.0.0: Missing values: 5 points above the training share');

      // The critical alerts have warnings too, which say nothing new. The third feature has a warning alone.
      const lastText = (): string => slack.at(-1)?.attachments[0]?.text ?? '';
      await waitUntil(
        'the warning alone',
        lastText,
        (text) => text.includes('PSI of hours-per-week') && !text.includes('PSI of age'),
      );
      // Prometheus evaluates all rules at once. Under vmalert, what becomes critical may be a warning for a moment.
      if (kind === 'prometheus') expect(slack).toHaveLength(1);
      const [warning] = slack.at(-1)?.attachments ?? [];
      expect(warning).toMatchObject({
        title: expect.stringMatching(/^\[WARNING\] income 1\.0\.0/) as unknown,
        color: 'warning',
      });
      expect(warning?.text).toMatch(/^• PSI of hours-per-week \(income 1\.0\.0\) is 0\.\d/m);
      expect(warning?.text).not.toMatch(/PSI of (age|education-num)|Missing/);
    });

    test('each incident is resolved after the recovery', async () => {
      const { slack, pagerduty } = receivers;
      await play('quiet');
      const last = () => Object.fromEntries(pagerduty.map((event) => [event.payload.group, event.event_action]));
      await waitUntil('the incidents to be resolved', last, (events) =>
        Object.values(events).every((action) => action === 'resolve'),
      );
      expect(last()).toEqual({ drift: 'resolve', 'data quality': 'resolve' });
      // On its way down, what was critical is a warning for a while.
      const warnings = () => {
        const all = slack.flatMap(({ attachments }) => attachments).filter(({ title }) => title.includes('drift'));
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
}
