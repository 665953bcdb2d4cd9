import { writeFileSync } from 'node:fs';
import getPort from 'get-port';
import { stringify } from 'yaml';
import { startIncomeReplica, startIncomeTraffic } from '@driftline/income-service';
import { query, startStore } from '@driftline/local-store';
import { prometheusRulesOf } from './alert-rules.ts';
writeFileSync('/tmp/notify-am/eo-rules.yaml', stringify(prometheusRulesOf('demo/alerts.yaml')));
const metricsPort = await getPort({ host: '127.0.0.1' });
const store = await startStore({ kind: 'prometheus', scrapeTargets: [`127.0.0.1:${metricsPort}`], scrapeSeconds: 5, rules: { files: ['/tmp/notify-am/eo-rules.yaml'], alertmanagers: [], evaluationSeconds: 15 } });
const r = await startIncomeReplica({ exporter: 'prometheus', metricsPort });
let phase = '';
const t = startIncomeTraffic([r.url], (n) => { phase = n.phase; }, { scenario: '/tmp/notify-am/eo.json', labelEvery: 1 });
for (let i = 0; i < 19; i++) {
  await new Promise((f) => setTimeout(f, 15000));
  const show = async (e: string) => JSON.stringify((await query(store.url, e)).map((s) => [s.labels['ml_group_value'] ?? s.labels['driftline_measure'] ?? s.labels['ml_group_attribute'], s.labels['severity'], Number(s.value.toFixed(3))]));
  console.log(i * 15, phase, 'EO', await show('driftline:equal_opportunity_difference:90s'), 'DI', await show('driftline:disparate_impact:90s'), 'ALERTS', await show('ALERTS{alertstate="firing"}'));
}
await t.stop(); await r.stop(); await store.close();
