import { readFileSync } from 'node:fs';
import { grafanaRules, readAlertConfig, ruleOptionsOf } from '@driftline/shared';

/** Alert rules that `docker compose up` provisions: what `driftline rules --config alerts.yaml --format grafana` writes. */
export function provisionedGrafanaRules(): object {
  const text = readFileSync(new URL('alerts.yaml', import.meta.url), 'utf8');
  const scopes = ruleOptionsOf(readAlertConfig(text, 'provisioning/alerts.yaml'));
  return grafanaRules(...scopes.map((scope) => ({ ...scope, dataSource: 'driftline' })));
}
