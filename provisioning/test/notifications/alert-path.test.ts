import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import getPort from 'get-port';
import { stringify } from 'yaml';
import { startIncomeReplica, startIncomeTraffic } from '@driftline/income-service';
import { startAlertmanager, startStore } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_RULE_OPTIONS, prometheusRules } from '@driftline/shared';
import { writeLocalConfig } from './local-config.ts';
import { startReceivers, type Receivers } from './receivers.ts';

const SCENARIO = fileURLToPath(new URL('alert-path.scenario.json', import.meta.url));
const stops: (() => Promise<void>)[] = [];
const folder = mkdtempSync(join(tmpdir(), 'driftline-alert-path-'));

afterAll(async () => {
  for (const stop of stops.reverse()) await stop();
  rmSync(folder, { recursive: true });
});

const started = <T>(value: T, stop: (value: T) => Promise<void>): T => {
  stops.push(() => stop(value));
  return value;
};

describeWithStore('alertmanager', 'from the example service to Slack and PagerDuty', () => {
  let receivers: Receivers;
  let phase = '';
  let started_ = Date.now();

  beforeAll(async () => {
    receivers = started(await startReceivers(), ({ close }) => close());
    const config = writeLocalConfig(folder, { ...receivers, groupWait: '6s', groupInterval: '2s' });
    const alertmanager = started(await startAlertmanager(config), ({ close }) => close());
    const rules = join(folder, 'rules.yml');
    writeFileSync(
      rules,
      stringify(prometheusRules({ ...DEFAULT_RULE_OPTIONS, longWindow: '12s', shortWindow: '6s', holdFor: '1s' })),
    );
    const metricsPort = await getPort({ host: '127.0.0.1' });
    started(
      await startStore({
        kind: 'prometheus',
        scrapeTargets: [`127.0.0.1:${metricsPort}`],
        rules: { files: [rules], alertmanagers: [alertmanager.url], evaluationSeconds: 1 },
        extraArguments: ['--rules.alert.resend-delay=1s'],
      }),
      ({ close }) => close(),
    );
    const replica = started(await startIncomeReplica({ exporter: 'prometheus', metricsPort }), ({ stop }) => stop());
    started_ = Date.now();
    started(
      startIncomeTraffic([replica.url], (next) => (phase = next.phase), {
        scenario: SCENARIO,
        rate: 200,
        labelDelayMs: 500,
      }),
      ({ stop }) => stop(),
    );
  });

  test('x', async () => {
    await waitUntil('resolve', () => receivers.pagerduty.filter((e) => e.event_action === 'resolve').length, (n) => n >= 4, 75).catch(console.log);
    console.log(phase, Date.now() - started_, receivers.refused, JSON.stringify(receivers.slack, null, 1), JSON.stringify(receivers.pagerduty, null, 1));
  });
});
